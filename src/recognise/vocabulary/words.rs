//! The vocabulary itself: which folded headers mean which field, in Polish, in English, in both.
//!
//! Weights: 1.0 says it outright; below that the header may mean something else, and the cells or a better column
//! decide. Words of one field stand in one place, whatever their weight.

use crate::template::Field;

/// Headers of one meaning and weight.
#[derive(Debug)]
pub(super) struct Entry {
    /// What they mean.
    pub(super) field: Field,
    /// How surely: 0 to 1.
    pub(super) weight: f64,
    /// Polish headers.
    pub(super) polish: &'static [&'static str],
    /// English headers.
    pub(super) english: &'static [&'static str],
    /// Headers that both languages use.
    pub(super) both: &'static [&'static str],
}

const fn entry(
    field: Field,
    weight: f64,
    polish: &'static [&'static str],
    english: &'static [&'static str],
    both: &'static [&'static str],
) -> Entry {
    Entry { field, weight, polish, english, both }
}

/// Every header that is known, folded.
#[rustfmt::skip] // one block a field, its words filling the lines
pub(super) static ENTRIES: &[Entry] = &[
    entry(Field::Id, 1.0,
        &["nr szansy", "numer szansy", "id szansy", "nr sprawy", "numer sprawy", "nr oferty", "numer oferty", "nr zapytania",
          "numer zapytania", "nr zlecenia", "numer zlecenia", "id szansy sprzedazy", "identyfikator rekordu", "id rekordu", "nr leada", "id leada", "sygnatura"],
        &["deal id", "opportunity id", "potential id", "record id", "deal number", "opportunity number", "inquiry number",
          "quote number"],
        &[]),
    entry(Field::Id, 0.9, &[], &[], &["id"]),
    entry(Field::Id, 0.75, &["nr", "numer", "identyfikator"], &["lead id", "row id", "external id", "inquiry id", "ticket id", "mql id"], &["no"]),
    entry(Field::Id, 0.6, &["lp", "l p", "liczba porzadkowa"], &["ref", "reference"], &["#"]),

    entry(Field::Name, 1.0,
        &["nazwa szansy", "nazwa szansy sprzedazy", "szansa sprzedazy", "nazwa transakcji", "przedmiot oferty",
          "przedmiot zapytania", "temat zapytania", "nazwa projektu", "nazwa leada", "nazwa zapytania", "nazwa oferty"],
        &["deal name", "opportunity name", "potential name", "deal title", "lead name", "project name", "inquiry subject"],
        &[]),
    entry(Field::Name, 0.8, &["temat", "tytul", "projekt", "przedmiot", "przedmiot umowy", "przedmiot zamowienia", "szansa", "zapytanie", "sygnal"],
        &["opportunity", "subject", "project", "name", "potential"], &["deal"]),
    entry(Field::Name, 0.6, &["nazwa"], &[], &["lead"]),

    entry(Field::Company, 1.0,
        &["firma", "nazwa firmy", "klient", "nazwa klienta", "kontrahent", "nazwa kontrahenta", "zamawiajacy", "organizacja nazwa",
          "nazwa organizacji", "klient firma"],
        &["company", "company name", "account name", "customer", "customer name", "client", "client name", "organization name",
          "organisation name", "associated company"],
        &[]),
    entry(Field::Company, 0.9, &["organizacja", "inwestor", "odbiorca", "przedsiebiorstwo", "nabywca"],
        &["account", "organization", "organisation", "prospect", "business name"], &[]),

    entry(Field::Contact, 1.0,
        &["osoba kontaktowa", "imie i nazwisko", "nazwisko i imie", "nazwa kontaktu", "osoba do kontaktu", "osoba nazwa", "kontakt osoba"],
        &["contact person", "contact name", "primary contact", "associated contact", "person name"], &[]),
    entry(Field::Contact, 0.75, &["kontakt", "osoba", "nazwisko"], &["contact", "person", "full name"], &[]),

    entry(Field::Phone, 1.0,
        &["telefon", "nr telefonu", "numer telefonu", "telefon kontaktowy", "tel kontaktowy", "tel kom", "komorka", "osoba telefon"],
        &["phone", "phone number", "mobile", "mobile phone", "contact phone", "person phone"], &["tel"]),

    entry(Field::Email, 1.0, &["adres e mail", "adres email", "poczta", "osoba e mail"], &["email address", "contact email", "person email"],
        &["e mail", "email", "mail"]),

    entry(Field::Stage, 1.0,
        &["etap", "etap sprzedazy", "etap szansy", "etap procesu", "etap lejka", "faza", "faza sprzedazy", "status leada",
          "status szansy", "gdzie jestesmy", "aktualny etap", "biezacy etap", "obecny etap", "etap szansy sprzedazy", "etap transakcji"],
        &["stage", "stage name", "deal stage", "sales stage", "pipeline stage", "pipeline stage name", "current stage",
          "current stage name", "phase", "lead status", "opportunity stage", "lead stage", "deal stage name", "to stage"],
        &[]),
    entry(Field::Stage, 0.8, &["status sprawy", "status zapytania", "status oferty", "status umowy", "status klienta", "status sprzedazy"],
        &["deal status", "opportunity status", "inquiry status", "status id"], &["status"]),
    entry(Field::Stage, 0.6, &["stan"], &["stages", "state"], &[]),

    entry(Field::Outcome, 0.95, &["wynik", "rezultat", "stan szansy", "wynik szansy", "wynik sprzedazy", "wynik koncowy"],
        &["outcome", "result", "deal outcome", "win loss", "won lost"], &[]),
    entry(Field::Outcome, 0.9, &["stan", "czy wygrana", "wygrana", "czy wygrano", "wygrano"],
        &["is won", "is closed won", "won"], &[]),
    entry(Field::Outcome, 0.75, &["status szansy"], &["deal status", "opportunity status"], &["status"]),

    entry(Field::Value, 1.0,
        &["wartosc", "wartosc szansy", "wartosc oferty", "wartosc kontraktu", "wartosc umowy", "wartosc netto", "kwota", "kwota netto",
          "wartosc przedmiotu umowy", "wartosc zamowienia", "wartosc transakcji", "wartosc sprzedazy", "wartosc szansy sprzedazy",
          "wartosc zapytania", "kwota oferty", "wartosc oferty netto", "cena netto", "wartosc projektu"],
        &["amount", "value", "deal value", "deal amount", "sales amount", "total amount", "deal size", "opportunity value",
          "opportunity amount", "contract value", "estimated value", "est value", "value of deal", "sales value", "quote value",
          "offer value", "net value", "amount in home currency"],
        &[]),
    entry(Field::Value, 0.9,
        &["wartosc brutto", "kwota brutto", "spodziewany przychod", "szacowana wartosc", "wartosc szacunkowa", "szacunkowa wartosc",
          "przewidywana wartosc"],
        &["est revenue", "estimated revenue", "expected order volume", "order volume", "expected value", "budget amount",
          "amount in company currency", "gross value", "close revenue"],
        &["acv", "tcv"]),
    entry(Field::Value, 0.7, &["budzet", "potencjal", "obrot", "obroty", "cena", "przychod"],
        &["expected revenue", "revenue", "budget", "price", "deal price"], &["arr", "mrr"]),

    entry(Field::Currency, 1.0, &["waluta", "waluta kwoty", "waluta wartosci"],
        &["currency", "currency of value", "currency iso code", "amount currency", "total amount currency", "deal currency",
          "budget amount currency"], &[]),

    entry(Field::Owner, 1.0,
        &["handlowiec", "opiekun", "opiekun handlowy", "opiekun klienta", "opiekun szansy", "wlasciciel", "wlasciciel szansy", "wlasciciel transakcji",
          "prowadzacy", "sprzedawca", "przedstawiciel", "przedstawiciel handlowy", "reprezentant", "doradca", "doradca klienta",
          "osoba odpowiedzialna", "osoba prowadzaca", "odpowiedzialny", "uzytkownik przypisany", "przypisany do", "imie handlowca"],
        &["owner", "deal owner", "opportunity owner", "potential owner", "lead owner", "sales rep", "sales representative",
          "salesperson", "sales person", "seller", "account executive", "assigned to", "account manager", "record owner",
          "owner name", "rep name", "responsible"],
        &[]),
    entry(Field::Owner, 0.8, &["menedzer", "ph", "kto", "konsultant", "prowadzi", "kod handlowca", "kod opiekuna", "symbol handlowca", "id handlowca"],
        &["rep", "owner rep id", "owner id", "agent", "advisor", "sr id", "sales manager"], &["sales"]),

    entry(Field::Source, 1.0,
        &["zrodlo", "zrodlo pozyskania", "zrodlo leada", "zrodlo kontaktu", "zrodlo zapytania", "zrodlo klienta", "skad", "skad klient",
          "zrodlo szansy", "zrodlo potencjalnego kontaktu"],
        &["source", "lead source", "deal source", "deal source type", "original source", "original traffic source", "opportunity source",
          "traffic source", "inquiry source", "customer source"],
        &["utm source"]),
    entry(Field::Source, 0.7, &["kanal", "kanal pozyskania", "kanal sprzedazy"], &["channel", "source channel", "origin", "record source", "latest traffic source"],
        &["medium", "utm medium"]),
    entry(Field::Source, 0.5, &["forma kontaktu", "sposob kontaktu", "kontakt"], &["source origin"], &[]),

    entry(Field::Campaign, 1.0, &["kampania", "nazwa kampanii", "kampania reklamowa"],
        &["campaign", "campaign name", "campaign source", "primary campaign source"], &["utm campaign"]),

    entry(Field::CampaignCost, 1.0,
        &["koszt kampanii", "koszty kampanii", "koszt pozyskania kampanii", "calkowity koszt kampanii", "wydatki na kampanie",
          "wydano na kampanie", "koszt reklamy", "koszt reklam", "koszty reklamy", "wydatki na reklame", "wydatki reklamowe",
          "koszt marketingu", "koszty marketingu", "wydatki marketingowe"],
        &["campaign cost", "campaign costs", "cost of campaign", "campaign spend", "actual campaign cost", "campaign actual cost",
          "total campaign cost", "marketing cost", "marketing costs", "marketing spend", "ad cost", "ad costs", "ad spend", "ads cost",
          "ads spend", "advertising cost", "advertising spend"], &[]),
    entry(Field::CampaignCost, 0.8, &["budzet kampanii", "budzet reklamowy", "budzet marketingowy"],
        &["campaign budget", "marketing budget", "ad budget"], &[]),

    entry(Field::Inquiry, 1.0,
        &["data zapytania", "data wplyniecia", "data wplywu", "data zgloszenia", "data pozyskania", "data leada", "data nowego zapytania",
          "data wplyniecia zapytania", "data otrzymania zapytania", "data wplywu zapytania", "data zapytania ofertowego",
          "data pozyskania leada"],
        &["inquiry date", "lead date", "lead acquisition date", "inquiry received", "date received", "enquiry date", "inquiry",
          "date of inquiry", "lead created", "request date"],
        &[]),
    entry(Field::Inquiry, 0.95,
        &["data dodania", "data utworzenia", "data utworzenia szansy", "utworzono", "data rejestracji", "dodano", "data wpisu",
          "data otwarcia", "szansa utworzona", "utworzono szanse sprzedazy", "utworzono szanse", "data utworzenia transakcji"],
        &["created date", "create date", "created on", "created at", "deal created", "deal created at", "created time", "creation date",
          "date added", "date created", "created", "opened on", "open date", "date opened", "added on", "lead created at"],
        &[]),
    entry(Field::Inquiry, 0.6, &["data", "dzien", "data szansy sprzedazy", "data szansy", "data rozpoczecia"], &["date", "start date"], &[]),

    entry(Field::InquiryTime, 1.0,
        &["godzina wplyniecia", "godzina zapytania", "godzina wplywu", "godzina zgloszenia", "godz wplyniecia", "godz zapytania",
          "czas wplyniecia"],
        &["inquiry time", "time received", "time of inquiry", "inquiry hour"], &[]),
    entry(Field::InquiryTime, 0.8, &["godzina", "godz"], &["time", "hour"], &[]),

    entry(Field::Entered, 1.0,
        &["ostatnia zmiana etapu", "data zmiany etapu", "etap od dnia", "etap od", "data ostatniej zmiany etapu", "w etapie od",
          "data zmiany statusu", "data wejscia w etap", "data wejscia do etapu", "zmiana etapu"],
        &["entered at", "stage created at", "stage change date", "last stage change", "last stage change date", "last stage update",
          "stage modified time", "date entered current stage", "entered", "entered on", "stage entered", "stage entered at",
          "stage entry date", "stage date", "stage changed at", "stage changed on", "in stage since", "moved time", "stage start",
          "stage start date", "date entered stage", "stage since", "status change date", "stage entered on"],
        &[]),
    entry(Field::Entered, 0.7,
        &["data zdarzenia", "od kiedy", "data zmiany", "data i godzina zmiany", "kiedy", "moment", "data wpisu"],
        &["event date", "event time", "timestamp", "changed at", "changed on", "change date", "date changed", "date of change",
          "moment", "valid from"], &[]),

    entry(Field::Left, 1.0, &["data wyjscia z etapu", "etap do", "etap do dnia", "w etapie do"],
        &["exited at", "left at", "stage exited at", "stage end", "stage end date", "exited", "exited on", "left on", "date exited stage"], &[]),

    entry(Field::CloseDate, 1.0,
        &["data zamkniecia", "zamknieto", "data zamkniecia szansy"],
        &["close date", "closing date", "closed date", "date closed", "closed at", "close at", "deal closed at", "deal close date",
          "closed"], &[]),
    entry(Field::ClosedOn, 1.0, &["data faktycznego zamkniecia", "rzeczywista data zamkniecia", "faktyczna data zamkniecia"],
        &["actual close date", "actual close", "deal closed on", "closed on", "actual closing date"], &[]),
    entry(Field::WonOn, 1.0,
        &["data wygranej", "data wygrania", "data podpisania umowy", "data zawarcia umowy", "data zamowienia", "data sprzedazy",
          "data potwierdzenia zamowienia", "podpisanie umowy", "data umowy", "wygrana dnia", "data podpisania"],
        &["won time", "won date", "won on", "won at", "date won", "contract signed", "contract date", "order date", "signed on",
          "sale date", "contract signed date"], &[]),
    entry(Field::LostOn, 1.0,
        &["data utracenia", "data utraty", "data przegranej", "data odrzucenia", "data anulowania", "data utraty szansy", "data rezygnacji"],
        &["lost time", "lost date", "lost on", "lost at", "date lost"], &[]),
    entry(Field::ExpectedClose, 1.0,
        &["planowana data zamkniecia", "przewidywana data zamkniecia", "spodziewana data zamkniecia", "planowane zamkniecie",
          "przewidywane zamkniecie", "spodziewane zamkniecie", "oczekiwana data zamkniecia", "prognozowana data zamkniecia",
          "termin decyzji", "planowana data sprzedazy", "planowany termin zamkniecia", "przewidywany termin zamkniecia"],
        &["expected close date", "expected close", "expected closing", "expected closing date", "est close", "est close date",
          "estimated close", "estimated close date", "planned close date", "planned close", "forecast close date", "target close date",
          "projected close date"], &[]),
    entry(Field::OriginalClose, 1.0,
        &["pierwotna data zamkniecia", "pierwotna planowana data zamkniecia", "pierwotny termin zamkniecia", "pierwotny termin",
          "pierwsza planowana data zamkniecia", "poczatkowa data zamkniecia", "pierwotne zamkniecie"],
        &["original close date", "original close", "original expected close", "original expected close date", "initial close date",
          "first close date", "first expected close", "baseline close date"], &[]),
    entry(Field::ExpectedClose, 0.8, &["prognoza m c", "prognoza", "data decyzji"], &["decision date"], &[]),

    entry(Field::LostStage, 1.0,
        &["etap utraty", "etap przegranej", "utracona na etapie", "przegrana na etapie", "stracona na etapie", "etap w chwili utraty", "etap odrzucenia"],
        &["lost at stage", "lost stage", "stage lost", "stage when lost", "lost in stage", "stage lost at", "lost from stage"], &[]),

    entry(Field::LostReason, 1.0,
        &["powod utraty", "powod utraty szansy", "powod przegranej", "powod odrzucenia", "dlaczego przegrana", "przyczyna utraty",
          "przyczyna przegranej", "powod rezygnacji"],
        &["lost reason", "loss reason", "closed lost reason", "reason for loss", "reason lost", "lost because", "rejection reason"], &[]),
    entry(Field::LostReason, 0.8, &["powod zamkniecia", "powod"], &["close reason", "reason"], &[]),

    entry(Field::NextStep, 1.0,
        &["nastepny krok", "kolejny krok", "planowane dzialanie", "do zrobienia", "nastepne dzialanie", "nastepna akcja", "kolejne dzialanie"],
        &["next step", "next action", "action items", "next steps", "opportunity next steps", "next activity", "to do"], &[]),
    entry(Field::NextStep, 0.8, &["zadanie", "dzialanie", "follow up", "followup"], &["task", "follow up"], &[]),
    entry(Field::NextStepOn, 1.0,
        &["data nastepnego kroku", "data nastepnego kontaktu", "nastepny kontakt", "data planowanego dzialania", "data kolejnego kontaktu",
          "kolejny kontakt", "data kolejnego kroku", "termin nastepnego kroku", "termin kontaktu", "data nastepnego dzialania"],
        &["next step date", "next activity date", "next contact", "next follow up", "next follow up date", "next contact date",
          "next action date", "next touch", "next step due"], &[]),
    // Many write the day under the step's own name; the cells decide.
    entry(Field::NextStepOn, 0.9,
        &["przypomnienie", "nastepny krok", "kolejny krok", "planowane dzialanie", "nastepne dzialanie", "nastepna akcja", "kolejne dzialanie"],
        &["reminder", "next step", "next action", "next steps", "next activity"], &[]),
    entry(Field::NextStepOn, 0.8, &["termin", "data przypomnienia", "termin realizacji dzialania"], &["due date", "due"], &[]),

    entry(Field::LastActivity, 1.0,
        &["data ostatniego kontaktu", "ostatni kontakt", "ostatnia aktywnosc", "data ostatniej aktywnosci", "ostatnie dzialanie",
          "data ostatniego dzialania"],
        &["last contact", "last contacted", "last contact date", "last activity", "last activity date", "last activity time",
          "last touch", "last contacted on"], &[]),

    entry(Field::LastActivity, 0.9,
        &["data aktywnosci", "data dzialania", "data rozmowy", "data polaczenia", "data wykonania", "termin aktywnosci"],
        &["activity date", "activity at", "activity time", "call at", "call at utc", "call time", "call start time", "call date",
          "done on", "date done", "completed at"], &[]),

    entry(Field::Activity, 1.0,
        &["rodzaj dzialania", "typ dzialania", "rodzaj aktywnosci", "typ aktywnosci", "forma aktywnosci", "rodzaj kontaktu", "typ kontaktu"],
        &["activity type", "type of activity", "call type", "kind of activity", "activity kind", "contact type"], &[]),
    entry(Field::Activity, 0.8, &["dzialanie", "aktywnosc", "czynnosc"], &["activity", "disposition", "call purpose", "call result"], &[]),

    entry(Field::Probability, 1.0,
        &["prawdopodobienstwo", "prawdopodobienstwo %", "szansa %", "prawdopodobienstwo wygranej", "szansa sprzedazy %"],
        &["probability", "probability %", "win probability", "deal probability", "confidence", "win chance", "win %", "chance %"], &[]),
    entry(Field::Probability, 0.75, &["szansa"], &["chance"], &["%"]),

    entry(Field::Pipeline, 1.0,
        &["lejek", "lejek sprzedazy", "nazwa lejka", "proces sprzedazy", "nazwa procesu", "nazwa lejka sprzedazy"],
        &["pipeline name", "deal pipeline", "sales pipeline", "sales process"], &["pipeline"]),
    entry(Field::Pipeline, 0.8, &["proces"], &["process"], &[]),

    entry(Field::Notes, 1.0, &["notatki", "notatka", "uwagi", "komentarz", "komentarze", "opis"],
        &["notes", "note", "comments", "comment", "description", "remarks", "deal description"], &[]),
];

/// Headers that look like a field and are none of ours: they claim nothing, not even by resemblance.
#[rustfmt::skip] // words fill the lines
pub(super) static FOREIGN: &[&str] = &[
    "pipeline id", "type", "deal type", "typ", "forecast type", "forecast category", "forecast amount", "forecast probability",
    "age tier", "amount tier", "leadid", "campaign id", "account id", "company id", "contact id", "created by", "utworzyl",
    "weighted value", "weighted amount", "weighted revenue", "prorated revenue", "expected value weighted", "wartosc wazona",
    "kwota wazona", "przychody proporcjonalne", "gewichteter wert", "gewichteter betrag", "currency of weighted value",
    "waluta wartosci wazonej", "from stage", "previous stage", "prior stage", "last stage", "ostatni etap", "poprzedni etap", "z etapu",
    "stage sequence", "status sequence", "stage display order", "stage source", "is closed", "is deal closed",
    "is closed lost", "close date pushed", "last modified", "last modified date", "last updated", "updated",
    "updated at", "updated on", "ostatnia aktualizacja", "data aktualizacji", "data ostatniej aktualizacji", "zaktualizowano", "modified time", "update time",
    "data modyfikacji", "data ostatniej modyfikacji", "czas aktualizacji", "zeit der aktualisierung", "geaendert am",
    "data utworzenia klienta", "data dodania klienta", "data archiwizacji", "archive time", "archive status", "age", "wiek",
    "alter", "stage duration", "list price", "cennik", "actual cost", "budgeted cost", "annual revenue", "due diligence",
    "sales cycle duration", "overall sales duration", "sales cycle days", "dlugosc cyklu", "label", "etykieta",
    "data urodzenia", "date of birth", "data waznosci oferty", "oferta wazna do", "termin waznosci oferty", "valid until",
    "quote valid until", "offer valid until", "data platnosci", "termin platnosci", "data faktury", "invoice date", "payment date",
    "data dostawy", "delivery date", "termin dostawy", "termin realizacji", "data realizacji", "data montazu",
    "data zatrudnienia", "hire date", "last email received", "last email sent", "last booked meeting date",
    "date of last meeting booked in meetings tool", "owner assigned date", "data przypisania", "assignment date",
    "change log time", "is stalled after timestamp", "stan na dzien",
];

/// Beginnings of such headers.
#[rustfmt::skip] // words fill the lines
pub(super) static FOREIGN_BEGINNINGS: &[&str] = &[
    "date exited ", "latest time in ", "cumulative time in ", "time in ", "hs time in ", "hs v2 latest time in ",
    "hs v2 cumulative time in ", "hs date exited ", "hs v2 date exited ", "number of ", "days ", "dni ", "czas w etapie",
    "czas na etapie", "czas trwania", "czas reakcji", "total number", "powod braku ", "anzahl ", "tage ",
];

/// Words that make a longer header mean something else: it must stand in the vocabulary as it is.
#[rustfmt::skip] // words fill the lines
pub(super) static ESTRANGING: &[&str] = &[
    "id", "ids", "key", "typ", "type", "tier", "sequence", "order", "count", "liczba", "ilosc", "days", "dni", "age", "wiek",
    "duration", "czas", "modified", "weighted", "wazona", "wazony", "gewichtet", "team", "zespol", "rank", "rate", "average", "avg",
    "srednia", "sum", "suma", "number", "not", "nie", "last", "next", "previous", "planned", "planowana", "planowany",
    "planowane", "nastepny", "kolejny", "poprzedni", "brak", "without", "bez", "flag", "month", "miesiac", "year", "rok",
    "kwartal", "quarter", "klienta", "birth", "urodzenia", "category", "kategoria", "size", "url", "link", "tax", "vat",
    "rabat", "discount", "marza", "margin", "prowizja", "commission", "koszt", "cost", "target", "cel", "quota", "status",
    "modyfikacji", "waznosci", "platnosci", "faktury", "forecast", "score", "scoring", "ocena", "priority", "priorytet",
];
