### Nazwy: pola, układy, reguły, stany. Krótkie, do wstawienia w nagłówek, komórkę lub zdanie.

## Liczebniki

count-deals = { $count ->
    [one] { $count } szansa
    [few] { $count } szanse
   *[other] { $count } szans
}
count-days = { $count ->
    [one] { $count } dzień
   *[other] { $count } dni
}
nobody = (bez opiekuna)
no-source = (bez źródła)
no-campaign = (bez kampanii)

## Stan szansy

state-open = otwarta
state-deferred = odłożona
state-won = wygrana
state-lost = przegrana
state-vanished = zniknęła z arkusza

## Dotrzymanie terminu

verdict-met = dotrzymane
verdict-missed = niedotrzymane
verdict-cannot-tell = nie da się ustalić
verdict-pending = w toku
verdict-excluded = nie liczy się

## Wiek szansy na etapie

age-stalled = stoi
age-scheduled = stoi, ale ma umówiony krok
age-deferred = odłożona
age-ok = w normie
age-cannot-tell = nie wiadomo, od kiedy

flag-overdue-next-step = minął termin następnego kroku
flag-no-next-step = brak następnego kroku
flag-close-date-passed = minęła planowana data zamknięcia
flag-close-date-moved = planowane zamknięcie ciągle przekładane
flag-no-activity = ponad 14 dni bez kontaktu

stage-vanished = Zniknęła z arkusza

limit-history = z historii: 9 na 10 szans poszło dalej w tym czasie
limit-default = domyślny: za mało historii
limit-fixed = ustalony w szablonie

## Reguły i co zrobić

rule-no-contact = Zapytanie bez kontaktu
    .advice = zadzwoń
rule-no-follow-up = Oferta bez follow-upu
    .advice = zapytaj o ofertę
rule-stalled = Szansa stoi
    .advice = ożyw albo zamknij
rule-deferred-due = Minął termin powrotu do odłożonej
    .advice = wróć do klienta
rule-overdue-next-step = Zaległy następny krok
    .advice = zrób umówiony krok
rule-no-next-step = Brak następnego kroku
    .advice = umów następny krok
rule-close-date-passed = Minęła planowana data zamknięcia
    .advice = popraw datę albo zamknij

## Czego nie da się zmierzyć

unmeasured-first-contact-no-stage = w lejku nie ma etapu pierwszego kontaktu
unmeasured-first-contact-no-start-dates = w żadnym arkuszu nie ma dat zapytań
unmeasured-first-contact-no-stop-dates = w żadnym arkuszu nie ma dat pierwszego kontaktu
unmeasured-first-contact-between-copies = z kopii wiadomo tylko, między którymi dwiema przyszło zapytanie albo był kontakt
unmeasured-first-contact-no-deals = żadna szansa nie zaczęła się od zapytania
unmeasured-follow-up-no-stage = w lejku nie ma etapu oferty albo follow-upu
unmeasured-follow-up-no-start-dates = w żadnym arkuszu nie ma dat wysłania ofert
unmeasured-follow-up-no-stop-dates = w żadnym arkuszu nie ma dat follow-upów
unmeasured-follow-up-between-copies = z kopii wiadomo tylko, między którymi dwiema wysłano ofertę albo był follow-up
unmeasured-follow-up-no-deals = żadna szansa nie doszła do oferty

reason-no-stage = w lejku nie ma takiego etapu
reason-no-start-dates = w żadnym arkuszu nie ma daty początku
reason-no-stop-dates = w żadnym arkuszu nie ma daty końca
reason-between-copies = z kopii arkusza wiadomo tylko, między którymi dwiema to się zdarzyło
reason-no-deals = żadna szansa tak daleko nie doszła
reason-too-few-dates = ponad jedna na dwadzieścia szans nie ma daty, a szanse bez dat nie są losową próbą
reason-no-dates = zdarzyło się, ale żadna komórka nie mówi kiedy
reason-no-target = nikt nie podał planu sprzedaży
reason-no-plans = w żadnym arkuszu nie ma planowanego zamknięcia albo wcześniejszego, z którym można je zestawić
reason-under-two-gaps = zwykle krócej niż dwie przerwy między kopiami arkusza, a dokładniej z kopii powiedzieć się nie da
reason-under-four-gaps = zwykle od dwóch do czterech przerw między kopiami arkusza, a dokładniej z kopii powiedzieć się nie da
reason-no-copies = nie ma wcześniejszej kopii arkusza
reason-no-costs = żadna komórka nie mówi, ile to kosztowało, albo nie kosztowało nic
reason-costs-unclear = kwoty są różne, a mimo to się powtarzają, więc nie wiadomo, czy to części, czy całość
reason-no-wins = jeszcze nic nie wygrano
reason-several-currencies = wartości są w kilku walutach, a tych się nie dodaje; kursy można podać w szablonie
reason-too-few-values = ponad jedna na dwadzieścia szans nie ma wartości
reason-losses-unplaced = żaden arkusz nie mówi, na którym etapie odpadły niektóre szanse
reason-too-young = żadna szansa nie jest jeszcze dość stara
reason-no-names = żadna szansa nie ma wpisu w tej kolumnie

## Układ arkusza

layout-current-stage = jeden wiersz to szansa z obecnym etapem
layout-stage-dates = jeden wiersz to szansa, każdy etap ma kolumnę z datą
layout-stage-marks = jeden wiersz to szansa, każdy etap ma kolumnę ze znacznikiem
layout-change-log = dziennik zmian: jeden wiersz to wejście na etap
layout-board = tablica: każdy etap ma kolumnę, szanse są w komórkach
layout-particulars = jeden wiersz to szansa, jej etap jest w innej tabeli
layout-activities = działania: jeden wiersz to telefon, spotkanie lub mail

left-out-empty = arkusz jest pusty
left-out-no-header = nie ma wiersza nagłówka
left-out-no-stages = nie ma etapów ani dat etapów
left-out-one-date = jedna data każdej szansy i żadnych etapów: żadna kolumna nie mówi, co było dalej; brakuje tabeli z etapami albo z pozostałymi datami
left-out-no-deals = są etapy, ale nic, co odróżnia jedną szansę od drugiej
left-out-repeats = powtarza szanse z innego arkusza
left-out-unrelated = numery szans bez etapów, a żadna inna tabela nie ma tych samych numerów
left-out-by-template = pominięty przez szablon
left-out-price-list = cennik, a nie szanse
left-out-payroll = ludzie i płace, a nie szanse
left-out-sales-ledger = pozycje dokonanej sprzedaży, a nie szanse
left-out-pivot = tabela przestawna lub sumy, a nie pojedyncze szanse
left-out-word-list = lista słów, a nie szanse
left-out-dashboard = wskaźniki bez wierszy
left-out-contacts = osoby lub firmy bez szans
left-out-campaigns = kampanie i ich koszty, a nie szanse
left-out-statistics = liczby według obszarów lub okresów, a nie szanse

because-template = tak mówi szablon
because-current-stage = wiersz to szansa, a „{ $header }” mówi, gdzie ona jest
because-stage-dates = wiersz to szansa, a { $count ->
    [one] jedna kolumna podaje daty jej etapów
    [few] { $count } kolumny podają daty jej etapów
   *[other] { $count } kolumn podaje daty jej etapów
}
because-stage-marks = wiersz to szansa, a { $count ->
    [one] jedna kolumna zaznacza jej etapy
    [few] { $count } kolumny zaznaczają jej etapy
   *[other] { $count } kolumn zaznacza jej etapy
}
because-change-log = te same szanse wracają, za każdym razem z innym etapem w innej chwili
because-particulars = numery i dane szans, ale bez ich stanów
because-activities = co i kiedy zrobiono dla szans
because-board = { $count ->
    [one] nagłówki są etapami, a komórka pod nimi jest szansą
    [few] nagłówki są etapami, a { $count } komórki pod nimi są szansami
   *[other] nagłówki są etapami, a { $count } komórek pod nimi jest szansami
}
because-sections-stage = { $count ->
    [one] tytuł między wierszami podaje ich etap
    [few] { $count } tytuły między wierszami podają ich etapy
   *[other] { $count } tytułów między wierszami podaje ich etapy
}
because-sections-owner = { $count ->
    [one] tytuł między wierszami podaje handlowca
    [few] { $count } tytuły między wierszami podają handlowców
   *[other] { $count } tytułów między wierszami podaje handlowców
}
because-sections-month = { $count ->
    [one] tytuł między wierszami podaje rok datom bez roku
    [few] { $count } tytuły między wierszami podają rok datom bez roku
   *[other] { $count } tytułów między wierszami podaje rok datom bez roku
}
because-name-stage = „{ $name }” to etap wszystkich wierszy
because-name-owner = „{ $name }” to handlowiec
because-name-period = „{ $name }” to okres, z którego są wiersze
because-name-copy = „{ $name }” to kopia arkusza: z kopii na kopię powtarza się co najmniej { $share }% szans
because-name-no-copy = „{ $name }” to nie kopia arkusza: na następnym powtarza się { $share }% szans
because-copy-by-present = arkusz, jak stoi { $name }; wcześniejsze kopie są w pamięci, a z jednej na drugą powtarza się co najmniej { $share }% szans
because-copy-by-memory = arkusz zapamiętany { $name }: z kopii na kopię powtarza się co najmniej { $share }% szans
because-copy-by-user = arkusz z dnia { $name } według --copy-date: z kopii na kopię powtarza się co najmniej { $share }% szans
because-copy-by-cell = arkusz z dnia { $name }, jak mówi komórka nad tabelą: z kopii na kopię powtarza się co najmniej { $share }% szans
because-copy-by-properties = arkusz, jak zapisano go ostatnio, { $name }: z kopii na kopię powtarza się co najmniej { $share }% szans
dated-by-cell = tak mówi komórka nad tabelą
dated-by-properties = tego dnia plik zapisano po raz ostatni
fact-inquiry = data zapytania
fact-source = źródło
because-related = wiersze mówią o szansach z innej tabeli, odnalezionych przez „{ $header }”

outside-above = nad tabelą
outside-left = na lewo od tabeli
outside-right = na prawo od tabeli
outside-below = pod tabelą

skip-total = suma
skip-repeated-header = powtórzony nagłówek
skip-section = tytuł sekcji
skip-no-deal = nie opisuje szansy
skip-unreadable-entry = bez czytelnego etapu lub daty
skip-after-as-of = późniejsze niż stan raportu
skip-no-such-deal = o szansie, której nie da się odnaleźć
skip-other-pipeline = w innym lejku
skip-repeated = powtórzone: jest w pełniejszej tabeli

## Kolumny

field-id = numer
field-name = nazwa szansy
field-company = firma
field-contact = osoba kontaktowa
field-phone = telefon
field-email = e-mail
field-stage = etap
field-outcome = wynik
field-value = wartość
field-currency = waluta
field-owner = opiekun
field-source = źródło
field-campaign = kampania
field-campaign-cost = koszt kampanii
field-inquiry = data zapytania
field-inquiry-time = godzina zapytania
field-date = data etapu „{ $stage }”
field-time = godzina etapu „{ $stage }”
field-entered = data wejścia na etap
field-left = data zejścia z etapu
field-close-date = data zamknięcia
field-closed-on = faktyczna data zamknięcia
field-won-on = data wygranej
field-lost-on = data przegranej
field-original-close = pierwotne planowane zamknięcie
field-expected-close = planowane zamknięcie
field-lost-stage = etap w chwili przegranej
field-lost-reason = powód przegranej
field-next-step = następny krok
field-next-step-on = data następnego kroku
field-last-activity = ostatni kontakt
field-probability = prawdopodobieństwo
field-pipeline = lejek
field-activity = rodzaj działania
field-notes = uwagi

column-reason-template = wskazana w szablonie
column-reason-header = znany nagłówek
column-reason-similar-header = podobny do znanego
column-reason-cells = po zawartości
column-reason-cells-contradict = nagłówek pasuje, zawartość nie
column-reason-better-column = inna kolumna pasuje lepiej
column-reason-nothing = nic nie wskazuje na znaczenie

## Kompletność

item-inquiry-date = data zapytania
item-contact-date = data pierwszego kontaktu
item-offer-date = data wysłania oferty
item-follow-up-date = data follow-upu
item-closed-date = data zamknięcia
item-stage-since = data wejścia na obecny etap
item-value = wartość
item-owner = opiekun
item-source = źródło
item-lost-reason = powód przegranej
item-next-step = następny krok

## Ważność komunikatu

severity-error = błąd
severity-warning = ostrzeżenie
severity-note = uwaga

## Co jest nie tak w szablonie

template-cause-key-twice = dwa etapy mają ten sam klucz
template-cause-word-twice = to słowo prowadzi do dwóch etapów
template-cause-no-name = nowy etap potrzebuje nazwy: name = { "{" } pl = "…", en = "…" { "}" }
template-cause-no-open = nie ma ani jednego etapu, na którym szansa jest otwarta
template-cause-no-won = nie ma etapu wygranej (kind = "won")
template-cause-kind = etap o tym kluczu musi mieć kind = "lost" lub "deferred", jak jego nazwa
template-cause-no-such-stage = nie ma etapu o tym kluczu
template-cause-promise-backwards = etap końcowy obietnicy nie stoi po początkowym
template-cause-working-hours = godzin roboczych („wh”) jeszcze nie liczę; podaj godziny zegarowe, na przykład "24h"
template-cause-target = napisz "500000/quarter" (kwartał), /month (miesiąc) albo /year (rok)
template-cause-span = podaj czas jako "36h", "14d" albo "3w"
template-cause-working-time = podaj dni i pełne godziny, na przykład "Mon-Fri 09:00-17:00"
template-cause-day = podaj sam dzień, bez cudzysłowu: 2026-05-02
template-cause-currency = podaj trzyliterowy kod waluty, na przykład "PLN"
template-cause-rate = kurs to liczba większa od 0: tyle jest warta jednostka tamtej waluty
template-cause-rate-of-itself = na tę walutę przeliczają kursy; sama kursu nie potrzebuje
template-cause-rates-without-currency = kursy potrzebują waluty, na którą przeliczają: currency = "PLN"
template-cause-header-twice = ten nagłówek podano dwa razy
template-cause-spelling-twice = ta pisownia należy do dwóch nazw
template-cause-no-headers = zestaw potrzebuje co najmniej jednego nagłówka
template-cause-no-sheet = podaj, o który arkusz chodzi: file = "…", name = "…" albo oba
template-cause-sheet-twice = ten arkusz ma dwie części
template-cause-row = wiersze liczy się od 1
template-cause-extends-itself = plik rozszerza sam siebie albo plik, który go rozszerza

## Dlaczego arkusze na coś nie pozwalają

unmeasured-no-deals = nie ma takich szans
unmeasured-too-few-dates = zbyt wiele szans nie ma dat
unmeasured-no-wins = nic jeszcze nie wygrano
unmeasured-several-currencies = wartości są w kilku walutach
unmeasured-too-few-values = zbyt wiele szans nie ma wartości
unmeasured-losses-unplaced = arkusze nie mówią, gdzie szanse odpadły
unmeasured-too-young = żadna szansa nie jest dość stara
unmeasured-no-names = kolumna jest pusta
unmeasured-no-stage = lejek nie ma takiego etapu
unmeasured-no-start-dates = żaden arkusz nie ma dat początku
unmeasured-no-stop-dates = żaden arkusz nie ma dat końca
unmeasured-between-copies = z kopii arkusza wiadomo tylko, między którymi dwiema to się zdarzyło
