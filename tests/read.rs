//! Files as people have them, and files that nobody should have: each is read, or refused by one clear cause.
//! Every test goes through the program's own child process.

mod read {
    mod binary;
    mod bound;
    mod compound;
    mod files;
    mod honest;
    mod named;
    mod refused;
    mod strange;
    mod web_page;
    mod xml_2003;
}
