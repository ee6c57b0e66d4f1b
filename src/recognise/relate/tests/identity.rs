//! Which rows of sheets with the same headings are one deal.

use super::{Files, check};

/// Two sheets of one table.
#[track_caller]
fn months(header: &str, january: &[&str], february: &[&str], expect: &[&str]) {
    let sheet = |rows: &[&str]| format!("{header}\n{}", rows.join("\n"));
    let (january, february) = (sheet(january), sheet(february));
    let files: Files<'_> = &[("lejek.xlsx", &[("Styczeń", &january), ("Luty", &february)])];
    check(files, expect);
}

const NUMBERED: &str = "Nr | Klient | Data zapytania | Etap";

#[test]
fn by_number_where_what_else_they_say_agrees() {
    months(
        NUMBERED,
        &["S-1 | Alfa | 2026-01-05 | Nowe", "S-2 | Beta | 2026-01-06 | Nowe", "S-3 | Gamma | 2026-01-07 | Nowe"],
        &["S-2 | Beta sp. z o.o. | 2026-01-06 | Oferta", "S-3 | Gamma Polska | 2026-01-07 | Oferta"],
        &["Luty:S-2 = Styczeń:S-2", "Luty:S-3 = Styczeń:S-3"],
    );
}

#[test]
fn a_number_given_anew_is_another_deal() {
    let january: Vec<String> = (1..=6).map(|at| format!("S-{at} | Firma {at} | 2026-01-0{at} | Nowe")).collect();
    let mut february: Vec<String> = january[..5].iter().map(|row| row.replace("Nowe", "Oferta")).collect();
    february.push("S-6 | Zupełnie Inna | 2026-02-20 | Nowe".into());
    let [january, february] = [january, february].map(|rows| rows.join("\n"));
    let expect: Vec<String> = (1..=5).map(|at| format!("Luty:S-{at} = Styczeń:S-{at}")).collect();
    months(NUMBERED, &[&january], &[&february], &expect.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn not_by_numbers_that_begin_anew() {
    months(
        NUMBERED,
        &["1 | Alfa | 2026-01-05 | Nowe", "2 | Beta | 2026-01-06 | Nowe"],
        &["1 | Gamma | 2026-02-05 | Nowe", "2 | Delta | 2026-02-06 | Nowe"],
        &[],
    );
}

#[test]
fn numbers_that_begin_anew_hide_no_deal_that_moved() {
    months(
        NUMBERED,
        &["1 | Alfa | 2026-01-05 | Nowe", "2 | Beta | 2026-01-06 | Nowe", "3 | Gamma | 2026-01-07 | Nowe"],
        &["1 | Gamma | 2026-01-07 | Oferta", "2 | Delta | 2026-02-06 | Nowe", "3 | Omega | 2026-02-07 | Nowe"],
        &["Luty:1 = Styczeń:3"],
    );
}

#[test]
fn different_numbers_are_different_deals_of_one_customer() {
    months(
        "Nr szansy | Klient | E-mail | Etap",
        &["S-1 | Alfa | a@alfa.pl | Nowe", "S-2 | Beta | b@beta.pl | Nowe"],
        &["S-3 | Alfa | a@alfa.pl | Nowe", "S-4 | Omega | o@omega.pl | Nowe"],
        &[],
    );
}

#[test]
fn by_address_unless_the_customer_came_again() {
    months(
        "Osoba kontaktowa | E-mail | Data zapytania | Etap",
        &["Jan Wilk | jan@x.pl | 2026-01-05 | Nowe", "Ewa Lis | ewa@y.pl | 2026-01-06 | Nowe"],
        &["Jan Wilk | JAN@x.pl | 2026-01-05 | Oferta", "Ewa Lis | ewa@y.pl | 2026-02-16 | Nowe"],
        &["Luty:Jan Wilk = Styczeń:Jan Wilk"],
    );
    months(
        "Klient | Telefon | Etap",
        &["Alfa | +48 601 202 303 | Nowe", "Beta | 602 202 303 | Nowe"],
        &["Alfa Sp. z o.o. | 601202303 | Oferta", "Gamma | 603 202 303 | Nowe"],
        &["Luty:Alfa Sp. z o.o. = Styczeń:Alfa"],
    );
}

#[test]
fn a_firm_alone_needs_the_day_or_the_amount_beside_it() {
    months(
        "Klient | Data zapytania | Etap",
        &["Alfa | 2026-01-05 | Nowe", "Beta | 2026-01-06 | Nowe"],
        &["Alfa | 2026-01-05 | Oferta", "Beta | 2026-02-11 | Nowe"],
        &["Luty:Alfa = Styczeń:Alfa"],
    );
    months(
        "Klient | Etap | Wartość",
        &["Alfa | Nowe | 100", "Beta | Nowe | 200", "Gamma | Nowe |"],
        &["Alfa | Oferta | 100", "Beta | Nowe | 900", "Gamma | Oferta |"],
        &["Luty:Alfa = Styczeń:Alfa"],
    );
}

#[test]
fn a_firm_that_stands_twice_names_no_deal() {
    months(
        "Klient | Temat | Data zapytania | Etap",
        &["Alfa | Biurka | 2026-01-05 | Nowe", "Alfa | Krzesła | 2026-01-05 | Nowe"],
        &["Alfa | Krzesła | 2026-01-05 | Oferta", "Alfa | Lampy | 2026-01-05 | Nowe"],
        &["Luty:Alfa = Styczeń:Alfa"],
    );
    months(
        "Klient | Data zapytania | Etap",
        &["Alfa | 2026-01-05 | Nowe", "Alfa | 2026-01-05 | Oferta", "Beta | 2026-01-07 | Nowe"],
        &["Alfa | 2026-01-05 | Oferta", "Gamma | 2026-01-05 | Nowe"],
        &[],
    );
}

#[test]
fn rows_without_a_number_are_found_by_their_names() {
    months(
        NUMBERED,
        &["S-1 | Alfa | 2026-01-05 | Nowe", "S-2 | Beta | 2026-01-06 | Nowe", "S-3 | Gamma | 2026-01-07 | Nowe"],
        &["S-1 | Alfa | 2026-01-05 | Oferta", " | Beta | 2026-01-06 | Oferta", "S-9 | Gamma | 2026-01-07 | Oferta"],
        &["Luty:Beta = Styczeń:S-2", "Luty:S-1 = Styczeń:S-1"],
    );
}
