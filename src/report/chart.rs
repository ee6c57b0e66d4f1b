//! PNG pictures.
