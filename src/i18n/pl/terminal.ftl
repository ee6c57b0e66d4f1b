### Podsumowanie na terminalu.

terminal-title = Lejek sprzedaży, stan na { $as_of }
terminal-totals = { $count ->
    [one] { $count } szansa
    [few] { $count } szanse
   *[other] { $count } szans
}: otwarte { $open }, wygrane { $won }, przegrane { $lost }, odłożone { $deferred }
terminal-skipped = { $count ->
    [one] pominięty { $count } wiersz
    [few] pominięte { $count } wiersze
   *[other] pominięto { $count } wierszy
} – dlaczego, mówi arkusz „Jakość danych”
terminal-onward = dalej { $share }
terminal-first-contact = Pierwszy kontakt w { $limit } h: { $share } z { $count } zapytań; bez kontaktu po terminie: { $waiting }
terminal-first-contact-untold = Pierwszy kontakt w { $limit } h: w { $open } z { $count } zapytań nie da się ustalić; bez kontaktu po terminie: { $waiting }
terminal-first-contact-young = Pierwszy kontakt w { $limit } h: żadnemu zapytaniu nie minął jeszcze termin
terminal-first-contact-unknown = Pierwszy kontakt: nie da się zmierzyć – { $reason }
terminal-follow-up = Follow-up w { $limit } h: { $share } z { $count } ofert; bez follow-upu po terminie: { $waiting }
terminal-follow-up-untold = Follow-up w { $limit } h: w { $open } z { $count } ofert nie da się ustalić; bez follow-upu po terminie: { $waiting }
terminal-follow-up-young = Follow-up w { $limit } h: żadnej ofercie nie minął jeszcze termin
terminal-follow-up-unknown = Follow-up: nie da się zmierzyć – { $reason }
terminal-stalled = { $count ->
    [0] Żadna szansa nie stoi ponad limit etapu
    [one] Stoi { $count } szansa o wartości { $value }
    [few] Stoją { $count } szanse o wartości { $value }
   *[other] Stoi { $count } szans o wartości { $value }
}
terminal-findings = { $count ->
    [0] Do zrobienia: nic pilnego
   *[other] Do zrobienia: { $count }
}
terminal-more = {" "}i { $count ->
    [one] { $count } podobne
    [few] { $count } podobne
   *[other] { $count } podobnych
}
terminal-quality = Wszystkie uwagi z miejscami: arkusz „Jakość danych”
terminal-written = Zapisane w { $folder }: { $files }

template-universal = sześć etapów od zapytania do zamknięcia; domyślny
template-extended = także spotkanie, negocjacje, odłożone decyzje i obsługa posprzedażowa
template-b2b = sprzedaż firmom: kwalifikacja, spotkanie, oferta, negocjacje, umowa
template-b2c = sprzedaż klientom indywidualnym: krótka droga, krótkie limity

## Pomoc

cli = Z arkuszy działu sprzedaży robi raport: gdzie odpadają szanse, które stoją i kto czeka na telefon
cli-heading-usage = Użycie
cli-heading-verbs = Polecenia
cli-heading-arguments = Argumenty
cli-heading-options = Opcje
cli-help = Pokaż pomoc
cli-version = Pokaż wersję
cli-report = Zrób raport: report.xlsx, obrazy, report.json i podsumowanie na ekranie
cli-inputs = Arkusze do przeczytania (.xlsx, .xlsm, .xls, .xlsb, .ods, .csv, tabele .html), foldery z nimi albo - czyli standardowe wejście
cli-report-output = Folder na raport
cli-template = Lejek i jego reguły: nazwa wbudowanego szablonu albo plik .toml
cli-as-of = Chwila, o której mowa: 2026-11-20 albo 2026-11-20T16:00; w braku data z nazwy pliku, a potem dzisiejsza
cli-lang = Język wyniku: pl albo en; w braku język nagłówków arkusza
cli-report-conversion = Które szanse liczą się na etapie: reached (doszły tak daleko), strict (przeszły wszystkie wcześniejsze etapy) albo snapshot (są tam lub dalej teraz)
cli-report-conversion-days = Horyzont konwersji w dniach; w braku wzięty z cyklu sprzedaży
cli-report-split-by = Zapisz też po jednym małym skoroszycie dla każdego handlowca, gotowym do wysłania
cli-report-period = Dni do zestawienia z poprzednimi: week (tydzień od poniedziałku), month (miesiąc), quarter (kwartał) albo 2026-11-01..2026-11-20
cli-report-pictures = Postacie obrazków: png, svg, obie (png,svg) albo none – żadne
cli-report-target = Plan sprzedaży na ten kwartał (albo /month: miesiąc, /year: rok): na ile starczyłoby otwartych szans
cli-report-fail-on = Zakończ kodem 1, gdy są ustalenia z tych reguł (wypisze je `lejek explain`) albo jakiekolwiek: any
cli-report-strict = Zakończ kodem 1, gdy są ostrzeżenia o arkuszach
cli-report-json = Wypisz report.json zamiast podsumowania
cli-report-quiet = Nie wypisuj nic oprócz błędów
cli-inspect = Pokaż, co lejek zrozumiał z arkuszy: układ, kolumny, etapy i dlaczego
cli-inspect-json = Wypisz to samo jako JSON
cli-inspect-write = Zapisz to jako szablon, z pewnością, powodami i przykładami w komentarzach: do poprawienia i użycia; - czyli standardowe wyjście
cli-inspect-force = Zastąp plik z --write, jeśli już istnieje
cli-history = Wypisz, pokaż albo zapomnij to, co przechowuje --history
cli-history-file = Pamięć
cli-history-show = Pokaż kopię o tym numerze
cli-history-keep = Zapomnij wszystkie kopie oprócz tylu najnowszych
cli-history-forget-before = Zapomnij kopie sprzed tego dnia
cli-report-history = Zapamiętaj w tym pliku, jak stoją arkusze, i odczytaj z niego, jak stały wcześniej; powstanie, jeśli go nie ma
cli-copy-date = Z kiedy jest plik, jeśli nie mówi tego ani nazwa, ani komórka: lejek_stary.xlsx=2026-11-13
history-kept = { $count ->
    [0] Nie ma żadnych kopii.
    [one] { $count } kopia
    [few] { $count } kopie
    [many] { $count } kopii
   *[other] { $count } kopii
}
history-rows = { $count ->
    [one] { $count } wiersz
    [few] { $count } wiersze
    [many] { $count } wierszy
   *[other] { $count } wiersza
}
history-forgotten = { $count ->
    [one] zapomniano { $count } kopię
    [few] zapomniano { $count } kopie
    [many] zapomniano { $count } kopii
   *[other] zapomniano { $count } kopii
}; zostało: { $others }
cli-templates = Wypisz wbudowane szablony albo treść jednego, do skopiowania i zmiany
cli-templates-name = Szablon do wypisania
cli-explain = Powiedz, co znaczy komunikat albo ustalenie i co zrobić
cli-explain-code = Kod komunikatu albo reguła ustalenia; w braku wypisz wszystkie
