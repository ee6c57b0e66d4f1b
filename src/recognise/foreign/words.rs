//! The headers of tables that hold no deals.

use crate::recognise::table::Foreign;

/// The headers that tell one kind of table; folded.
#[derive(Debug)]
pub(super) struct Telling {
    pub(super) kind: Foreign,
    /// Whether such a table names no customers: one that does is something else.
    pub(super) without_customers: bool,
    /// Headers that hardly stand elsewhere.
    pub(super) alone: &'static [&'static str],
    /// Headers that go with them.
    pub(super) beside: &'static [&'static str],
}

/// What is looked for, in this order.
#[rustfmt::skip] // words fill the lines
pub(super) static TELLING: &[Telling] = &[
    Telling {
        kind: Foreign::Payroll,
        without_customers: false,
        alone: &[
            "wynagrodzenie", "placa", "pensja", "do wyplaty", "zus", "skladka", "skladki", "zaliczka na podatek",
            "nadgodziny", "etat", "premia", "data zatrudnienia", "data zatr", "staz pracy", "pesel", "urlop",
            "salary", "wage", "gross pay", "net pay", "hire date", "overtime", "payroll", "hourly rate",
        ],
        beside: &[
            "imie", "nazwisko", "nazwisko i imie", "imie i nazwisko", "pracownik", "stanowisko", "dzial", "brutto",
            "netto", "podatek", "prowizja", "data ur", "data urodzenia", "employee", "first name", "last name",
            "position", "department", "job title", "rep name", "role", "team",
        ],
    },
    Telling {
        kind: Foreign::PriceList,
        without_customers: true,
        alone: &[
            "cena", "ceny", "stawka vat", "price", "unit price", "list price", "stan magazynowy", "cennik",
        ],
        beside: &[
            "indeks", "kod", "kod produktu", "kod towaru", "kod uslugi", "symbol", "sku", "ean", "jm", "j m",
            "jednostka", "jednostka miary", "towar", "nazwa towaru", "usluga", "nazwa uslugi", "produkt",
            "nazwa produktu", "producent", "marka", "kategoria", "vat", "opakowanie", "rabat", "unit", "product",
            "product name", "product code", "item", "article", "brand", "category", "barcode", "magazyn", "minimum",
        ],
    },
    Telling {
        kind: Foreign::Campaigns,
        without_customers: true,
        alone: &[
            "budgeted cost", "actual cost", "klikniecia", "clicks", "impressions", "wyswietlenia", "ctr", "cpc", "cpl",
            "koszt kampanii", "ad spend", "spend", "cost per lead", "koszt pozyskania", "koszt leada", "cpm",
        ],
        beside: &[
            "kampania", "nazwa kampanii", "campaign", "campaign name", "campaignid", "channel", "kanal", "budzet",
            "budget", "start date", "end date", "leads", "leady", "liczba leadow", "data rozpoczecia",
            "data zakonczenia", "status", "koszt", "cost", "konwersje", "conversions", "type", "zasieg", "reach",
        ],
    },
    Telling {
        kind: Foreign::SalesLedger,
        without_customers: false,
        alone: &[
            "numer faktury", "nr faktury", "faktura", "data wystawienia", "termin platnosci", "zaplacono", "paragon",
            "nr paragonu", "invoice", "invoice no", "invoice number", "invoice date", "order no", "order number",
            "order date", "ship date", "line total", "quantity", "qty", "ilosc", "sprzedaz", "marza", "obroty", "obrot",
            "dochody", "przychody", "turnover", "revenue", "margin",
        ],
        beside: &[
            "kontrahent", "customer", "produkt", "product", "netto", "vat", "brutto", "sku", "unit price", "cena",
            "sprzedawca", "reprezentant", "konsultant", "data", "date", "miesiac", "rok", "discount", "rabat",
            "kategoria", "kategorii", "nip", "data sprzedazy", "usluga", "towar", "nazwa firmy", "order id", "month",
        ],
    },
    Telling {
        kind: Foreign::WordList,
        without_customers: true,
        alone: &[
            "slownik", "definicja", "znaczenie", "dictionary", "definition", "dtype", "data type", "column name",
            "field name", "field type", "meaning",
        ],
        beside: &["pole", "opis", "field", "file name", "table name", "description", "typ", "type", "wartosci", "column"],
    },
];
