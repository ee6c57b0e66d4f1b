### Komunikaty: co, a pod .hint co zrobić. Kod komunikatu jest stały i nie zmienia znaczenia.

## Zanim da się przeczytać plik

file-missing = nie ma pliku „{ $file }”
    .hint = sprawdź nazwę i folder; nazwę ze spacjami ujmij w cudzysłów
not-a-file = „{ $file }” nie jest ani plikiem, ani folderem
    .hint = podaj plik arkusza, na przykład pipeline.xlsx
file-unreadable = nie mogę czytać pliku „{ $file }” ({ $cause })
    .hint = sprawdź uprawnienia do pliku i czy nie jest zajęty przez inny program
file-empty = plik „{ $file }” jest pusty
    .hint = zapisz arkusz jeszcze raz i podaj zapisany plik
file-too-large = plik „{ $file }” jest za duży: { $size }, a granica to { $limit }
    .hint = podziel arkusz na mniejsze pliki albo zapisz potrzebny arkusz jako CSV
not-a-spreadsheet = „{ $file }” nie jest arkuszem: to { $found }
    .hint = podaj plik .xlsx, .xls, .xlsb, .ods, .csv albo .html; liczy się zawartość, nie końcówka nazwy
password-protected = plik „{ $file }” jest chroniony hasłem
    .hint = otwórz go w Excelu, zdejmij hasło (Plik › Informacje › Chroń skoroszyt) i zapisz kopię
file-damaged = plik „{ $file }” jest uszkodzony: { $cause }
    .hint = otwórz go w Excelu lub LibreOffice i zapisz od nowa albo weź wcześniejszą kopię
file-over-limits = plik „{ $file }” przekracza granicę bezpieczeństwa: { $limit }
    .hint = zapisz sam arkusz z szansami w nowym pliku albo jako CSV
format-unsupported = formatu pliku „{ $file }” nie czytam: { $format }
    .hint = otwórz go w Excelu lub LibreOffice i zapisz jako .xlsx
sheet-name-twice = w pliku „{ $file }” dwa arkusze mają nazwę „{ $sheet }”, więc ich komórek nie da się odróżnić
    .hint = zmień nazwę jednego z nich i zapisz plik
file-named-twice = plik „{ $file }” jest podany dwa razy; przeczytałem go raz
standard-input-twice = standardowe wejście (-) jest podane dwa razy
    .hint = podaj - raz, a kolejne arkusze jako pliki
standard-input-empty = na standardowym wejściu (-) nic nie przyszło
    .hint = przekaż arkusz, na przykład: lejek report - < pipeline.csv
own-report = „{ $file }” to raport, który napisał lejek, a nie arkusz z szansami sprzedaży
    .hint = podaj arkusz, z którego powstał; jeśli trzymasz w nim swoje szanse, skopiuj ich arkusz do nowego skoroszytu
folder-too-large = w folderze „{ $folder }” jest ponad { $count } plików
    .hint = podaj folder z samymi arkuszami albo pliki po kolei
folder-without-sheets = w folderze „{ $folder }” nie ma arkusza do przeczytania
    .hint = z folderu biorę pliki .xlsx, .xlsm, .xlsb, .xls, .ods, .csv i .tsv; inne podaj po kolei
files-left-out = pominięte w folderze: { $names } ({ $reason })
other-files-left-out = { $count ->
    [one] pominąłem jeden inny plik: jego końcówka nie jest końcówką arkusza
    [few] pominąłem { $count } inne pliki: ich końcówki nie są końcówkami arkuszy
   *[other] pominąłem { $count } innych plików: ich końcówki nie są końcówkami arkuszy
}
    .hint = z folderu biorę pliki .xlsx, .xlsm, .xlsb, .xls, .ods, .csv i .tsv; inne podaj po kolei

## Przy czytaniu

sheet-unreadable = nie mogę przeczytać arkusza ({ $cause })
    .hint = otwórz plik w Excelu lub LibreOffice i zapisz od nowa
cell-unreadable = nie mogę przeczytać komórki ({ $cause })
    .hint = wpisz wartość jeszcze raz i zapisz plik
error-cell = w komórce jest błąd „{ $value }”
    .hint = popraw formułę; do tego czasu komórka liczy się jako pusta
formula-without-value = formuła bez zapisanego wyniku
    .hint = otwórz plik w Excelu lub LibreOffice, przelicz i zapisz; do tego czasu komórka liczy się jako pusta
serial-out-of-range = liczba „{ $value }” nie jest datą z żadnego kalendarza
    .hint = wpisz datę jeszcze raz; do tego czasu komórka liczy się jako pusta
number-not-finite = „{ $value }” nie jest liczbą
    .hint = wpisz liczbę jeszcze raz; do tego czasu komórka liczy się jako pusta
cell-twice = ta sama komórka zapisana jest w pliku dwa razy; liczy się późniejszy zapis
    .hint = otwórz plik w Excelu lub LibreOffice i zapisz od nowa
hidden-sheet-read = arkusz jest ukryty; przeczytałem go tak jak inne
    .hint = jeśli nie ma się liczyć, usuń go z kopii pliku
encoding-guessed = { $count ->
    [one] { $count } znak nie daje się odczytać w kodowaniu { $encoding }
    [few] { $count } znaki nie dają się odczytać w kodowaniu { $encoding }
   *[other] { $count } znaków nie daje się odczytać w kodowaniu { $encoding }
}
    .hint = zapisz plik jako „CSV UTF-8”
error-cells-may-be-missing = w plikach .xlsb formuły z błędem (#ARG!, #DZIEL/0!) czytają się jako puste
    .hint = jeśli arkusz ma formuły w kolumnach z datami lub kwotami, zapisz go jako .xlsx
remarks-cut = { $count ->
    [one] nie wymieniam jeszcze { $count } uwagi do komórek tego arkusza
    [few] nie wymieniam jeszcze { $count } uwag do komórek tego arkusza
   *[other] nie wymieniam jeszcze { $count } uwag do komórek tego arkusza
}

## Przy rozpoznawaniu

template-picked = plik „{ $file }” rozpoznano po nagłówkach: używam szablonu { $name }
    .hint = --template universal czyta go bez tego szablonu; lejek templates { $name } pokazuje, co w nim jest
sheet-without-deals = arkusz nie ma szans sprzedaży: { $reason }
    .hint = jeśli są w nim szanse, nazwij kolumny w wierszu nagłówka: etap, data zapytania, opiekun
no-table-found = w pliku „{ $file }” nie ma tabeli z szansami sprzedaży: { $looked }
    .hint = potrzebny jest wiersz nagłówka i kolumna z etapem (Etap, Status) albo kolumny z datami etapów
unreadable-date = nie rozumiem daty „{ $value }” (kolumna „{ $header }”)
    .hint = wpisz datę jako 31.01.2026; do tego czasu komórka liczy się jako pusta
unreadable-amount = nie rozumiem kwoty „{ $value }” (kolumna „{ $header }”)
    .hint = wpisz samą liczbę albo liczbę z walutą; do tego czasu komórka liczy się jako pusta
date-without-day = „{ $value }” (kolumna „{ $header }”) nie wskazuje dnia
    .hint = wpisz dzień, np. 31.01.2026; sam miesiąc, kwartał lub tydzień liczy się tylko jako planowane zamknięcie, jego ostatnim dniem
amount-is-range = „{ $value }” (kolumna „{ $header }”) to dwie kwoty; lejek nie wybiera między nimi
    .hint = wpisz jedną kwotę, która ma się liczyć; do tego czasu komórka liczy się jako pusta
unreadable-cell = nie rozumiem „{ $value }” (kolumna „{ $header }”) jako pola: { $field }
    .hint = popraw komórkę albo przypisz kolumnę innemu polu w szablonie; do tego czasu komórka liczy się jako pusta
date-order-assumed = kolumna „{ $header }” nie rozstrzyga kolejności dnia i miesiąca; czytam „{ $value }” jako { $order }
    .hint = zapisz daty jako daty Excela albo w postaci 2026-01-31
year-assumed = data „{ $value }” (kolumna „{ $header }”) nie ma roku; przyjmuję { $year }
    .hint = dopisz rok
column-claimed-twice = kolumny „{ $header }” i „{ $other }” pasują do tego samego pola: { $field }; używam drugiej
    .hint = jeśli to pomyłka, wskaż właściwą kolumnę w [columns] w szablonie
row-skipped = pomijam wiersz: { $reason }
cells-outside-table = { $count ->
        [one] jedna komórka { $place } nie została odczytana ({ $area }: „{ $value }”)
        [few] { $count } komórki { $place } nie zostały odczytane ({ $area }, pierwsza: „{ $value }”)
       *[other] { $count } komórek { $place } nie zostało odczytanych ({ $area }, pierwsza: „{ $value }”)
    }
    .hint = jeśli są tam szanse, nadaj im własny wiersz nagłówka albo przenieś je na inny arkusz
header-missing = tabela nie ma wiersza nagłówka; znaczenie kolumn odgadnięto z samych komórek
    .hint = wpisz nad tabelą nazwy kolumn (Firma, Etap, Wartość …) albo wskaż je w szablonie
amounts-in-units = nagłówek „{ $header }” liczy w jednostkach po { $count }: każda sama liczba została pomnożona
    .hint = jeśli komórki mają pełne kwoty, usuń jednostkę z nagłówka
owners-looked-up = kody z kolumny „{ $header }” ({ $count }) zastąpiono nazwiskami z { $place }
    .hint = aby zostały kody, podaj pliki bez tego arkusza
several-currencies = w arkuszu jest kilka walut ({ $currencies }); nie dodaję ich do siebie
    .hint = jeśli mają się sumować, podaj kursy w szablonie: [rates]

## Przy składaniu szans

unknown-stage = nie znam etapu „{ $word }” ({ $count ->
    [one] { $count } wiersz
    [few] { $count } wiersze
   *[other] { $count } wierszy
}); stawiam go w lejku: { $place }
    .hint = dopisz to słowo do aliases etapu albo jako własny [[stage]] w szablonie
stage-missing = szansa nie ma etapu; liczę ją na pierwszym etapie
    .hint = wpisz etap
dates-out-of-order = daty w niemożliwej kolejności: „{ $later }” ({ $later_day }) przed „{ $earlier }” ({ $earlier_day })
    .hint = popraw daty; do tego czasu późniejszy etap liczy się jako osiągnięty bez daty
fact-in-future = data { $value } („{ $field }”) jest późniejsza niż stan raportu
    .hint = popraw datę albo podaj późniejszy stan: --as-of
stage-disagrees = tutaj etap to „{ $word }”, a w { $place } „{ $other }”
    .hint = popraw ten, który jest nieaktualny; liczy się późniejszy, a bez dat – dalszy
table-is-later = tabela mówi „{ $word }”, ale zapisano to po dniu, na który jest raport; w { $place } było jeszcze „{ $other }”
    .hint = liczy się dziennik zmian; bez --as-of raport mówi o dniu dzisiejszym
copies-doubtful = wiersze { $other } i { $place } to być może jedna szansa, ale inny wiersz pasuje prawie tak samo; liczą się jako dwie
    .hint = rozstrzygnij w szablonie: [[same]] albo [[different]], a pod tym rows = ["{ $other }", "{ $place }"]
fact-edited = { $fact }: w kopii z { $day } było { $before }, teraz jest { $after }; liczy się wcześniejsze
    .hint = co się raz stało, już się nie zmienia: przywróć wcześniejszy wpis albo popraw wcześniejszą kopię
copy-dated = wzięte za kopię z { $day }: { $reason }
    .hint = wpisz dzień do nazwy pliku, lejek_2026-11-20.xlsx, albo podaj go przez --copy-date PLIK=DATA
memory-foreign = „{ $file }” to nie jest pamięć lejka
    .hint = podaj inny plik po --history; ten zostaje nietknięty
memory-newer = „{ $file }” zapisała nowsza wersja lejka
    .hint = użyj tamtej wersji; ta zostawia plik nietknięty
memory-damaged = pamięć „{ $file }” jest uszkodzona: { $cause }
    .hint = przywróć ją z kopii zapasowej albo podaj nowy plik po --history; ten zostaje nietknięty
memory-busy = do pliku „{ $file }” zapisuje właśnie inne uruchomienie
    .hint = poczekaj, aż skończy, i uruchom ponownie
memory-failed = pliku „{ $file }” nie można użyć jako pamięci: { $cause }
    .hint = sprawdź, czy folder istnieje i czy można w nim zapisywać
memory-without-copy = w „{ $file }” nie ma kopii numer { $value }
    .hint = `lejek history { $file }` wypisuje wszystkie
copy-date-unreadable = nie można użyć --copy-date { $value }
    .hint = napisz PLIK=DATA z plikiem tego uruchomienia, np. lejek_stary.xlsx=2026-11-13
dates-from-activities = daty wzięte z rozmów, spotkań i maili: pierwszych kontaktów { $count }, follow-upów { $follow_ups }
    .hint = kolumna z datą pierwszego kontaktu w tabeli szans ma pierwszeństwo
duplicate-id = numer „{ $value }” mają { $count ->
    [one] { $count } wiersz
    [few] { $count } wiersze
   *[other] { $count } wierszy
} ({ $names }); każdy liczę jako osobną szansę
    .hint = nadaj szansom różne numery albo usuń powtórzone wiersze
close-date-missing = szansa jest zamknięta, ale nie ma daty zamknięcia
    .hint = wpisz datę zamknięcia
inquiry-date-missing = szansa nie ma daty zapytania
    .hint = wpisz datę zapytania; bez niej nie da się zmierzyć pierwszego kontaktu
owner-missing = szansa nie ma opiekuna
    .hint = wpisz handlowca
value-missing = szansa nie ma wartości
    .hint = wpisz choćby szacunkową wartość
absurd-amount = kwota { $value } nie wygląda na wartość szansy
    .hint = popraw kwotę
tiny-amount = kwota { $value } przy szansie, która dostała ofertę albo jest wygrana
    .hint = wpisz wartość szansy
unusual-amount = kwota { $value } jest ponad tysiąc razy większa od typowej ({ $other })
    .hint = popraw kwotę, jeśli wkradła się cyfra albo numer telefonu
lost-reason-missing = szansa jest utracona, ale bez powodu
    .hint = wpisz, dlaczego przepadła
lost-reason-unexpected = jest powód utraty („{ $value }”), a szansa stoi na etapie „{ $word }”
    .hint = popraw etap albo usuń powód
likely-duplicate = „{ $name }”: prawie ta sama szansa co w { $other }; liczą się obie
    .hint = usuń jeden z wierszy, jeśli to to samo zapytanie
filled-in-at-once = { $count ->
    [one] { $count } wiersz ma
    [few] { $count } wiersze mają
   *[other] { $count } wierszy ma
} tę samą minutę w kolumnie „{ $header }”: { $value }; historię zapewne uzupełniono później
    .hint = czasy na etapach biorą się z tych dat: wpisuj dzień, w którym szansa naprawdę przeszła dalej
owners-merged = jeden handlowiec: „{ $name }”; inne zapisy: { $found }
    .hint = jeśli to różne osoby, wpisz pełne imiona i nazwiska albo wymień je w szablonie pod [owners]
sources-merged = jedno źródło: „{ $name }”; inne zapisy: { $found }
    .hint = inne nazwy źródła wpisz w szablonie pod [sources]
campaigns-merged = jedna kampania: „{ $name }”; inne zapisy: { $found }
    .hint = zapisuj kampanię w każdym wierszu tak samo
shown-column-missing = w żadnym arkuszu nie ma kolumny „{ $header }”, którą pokazuje szablon
    .hint = wpisz ją tak jak w arkuszu; nagłówki wypisze: lejek inspect
costs-read = z tego arkusza wzięto koszt { $count ->
        [one] { $count } kampanii albo źródła
       *[other] { $count } kampanii albo źródeł
    }
    .hint = gdy wiersze szans podają inny koszt, liczy się ten; każdy wiersz arkusza to część
rates-used = { $count ->
    [one] { $count } kwota przeliczona
    [few] { $count } kwoty przeliczone
   *[other] { $count } kwot przeliczonych
} po kursach z szablonu: { $currencies }
several-pipelines = szanse z kilku lejków liczą się razem: { $known }
    .hint = wskaż jeden z nich w szablonie: pipeline = "…"
pipeline-missing = żaden wiersz nie należy do lejka „{ $name }”; są: { $known }
    .hint = popraw pipeline = "…" w szablonie
data-out-of-date = najnowszy wpis w arkuszu jest z { $newest }, a raport mówi o { $as_of }: { $count ->
    [one] { $count } dzień
   *[other] { $count } dni
} później
    .hint = podaj dzień, na który arkusz był aktualny: --as-of { $newest_iso }
loss-stage-unknown = { $count ->
    [one] przy { $count } przegranej szansie arkusz nie mówi
    [few] przy { $count } przegranych szansach arkusz nie mówi
   *[other] przy { $count } przegranych szansach arkusz nie mówi
}, na którym etapie odpadła
    .hint = zostaw w kolumnie Etap ostatni etap, a przegraną wpisz w osobnej kolumnie (Status), albo dodaj daty etapów; wtedy raport pokaże, gdzie tracisz szanse

## Wiersz poleceń, szablon, wyniki

as-of-unreadable = „{ $value }” nie jest datą
    .hint = napisz --as-of 2026-11-20 albo --as-of 2026-11-20T16:00
period-unreadable = „{ $value }” to nie okres, który już się zaczął
    .hint = napisz --period week, month albo quarter, albo dwa dni: --period 2026-11-01..2026-11-20
target-unreadable = „{ $value }” to nie plan sprzedaży
    .hint = napisz --target 500000 na ten kwartał albo --target 150000/month (miesiąc) lub 2000000/year (rok)
code-unknown = nie ma komunikatu ani reguły „{ $value }”
    .hint = { $suggestion ->
        [none] wszystkie wypisze: lejek explain
       *[other] czy chodziło o { $suggestion }? Wszystkie wypisze: lejek explain
    }
template-missing = nie ma szablonu „{ $name }”
    .hint = wbudowane szablony: { $known }; własny podaj jako plik .toml
template-unreadable = nie mogę przeczytać szablonu „{ $file }”: { $cause }
    .hint = porównaj z wbudowanym: lejek templates universal
template-key-unknown = szablon „{ $file }”, wiersz { $line }: nie ma klucza „{ $key }”
    .hint = czy chodziło o: { $suggestion }?
template-invalid = szablon „{ $file }”, „{ $key }”: { $cause }
    .hint = porównaj z wbudowanym: lejek templates universal
output-folder-unwritable = nie mogę pisać w folderze „{ $folder }” ({ $cause })
    .hint = podaj inny folder: -o FOLDER
output-unwritable = nie mogę zapisać pliku „{ $file }” ({ $cause })
    .hint = zamknij ten plik w Excelu i uruchom jeszcze raz; poprzedni został bez zmian
output-exists = plik „{ $file }” już istnieje
    .hint = podaj inny plik albo dodaj --force, by go zastąpić
output-is-input = wynik „{ $file }” nadpisałby plik wejściowy
    .hint = podaj inny folder: -o FOLDER
text-cut = { $count ->
    [one] { $count } tekst skrócony
    [few] { $count } teksty skrócone
   *[other] { $count } tekstów skróconych
} do 32 767 znaków, bo tyle mieści komórka Excela
    .hint = cały tekst jest w wierszu pliku wejściowego i w report.json
list-cut = arkusz „{ $sheet }” pokazuje { $shown } najważniejszych z { $count } wierszy
    .hint = pozostałe są w report.json

## Co stoi w miejscach powyższych komunikatów

found-archive = skompresowane archiwum
found-binary = plik, w którym nie ma tekstu
found-compound = plik pakietu Office bez skoroszytu
found-database = baza danych
found-document = dokument tekstowy
found-json = JSON
found-lock-file = znacznik, który inny program zostawia obok otwartego pliku
found-message = wiadomość e-mail
found-page-without-table = strona internetowa bez tabeli
found-pdf = dokument PDF
found-picture = obraz
found-presentation = prezentacja
found-program = program
found-xml = dokument XML

aside-hidden = ukryte
aside-link = łącza do folderów
aside-lock-file = znaczniki otwartych plików
aside-own-report = raporty, które napisał lejek

damage-checksum = nie zgadzają się jego sumy kontrolne
damage-compression = jedna z jego części jest spakowana tak, jak nie robi tego żaden arkusz kalkulacyjny
damage-cut-off = jest ucięty, brakuje jego końca
damage-open-quote = cudzysłów otwiera pole i nigdzie się nie zamyka
damage-part-twice = dwie jego części mają tę samą nazwę
damage-structure = jego budowa łamie zasady formatu
damage-zeros = są w nim same zera; kopiowanie lub synchronizacja nie dobiegła końca

limit-cells = liczba komórek
limit-memory = pamięć potrzebna do odczytu
limit-merged = liczba scalonych obszarów
limit-parts = liczba części w pakiecie
limit-sheets = liczba arkuszy
limit-text = ilość tekstu
limit-time = czas odczytu
limit-unpacked = rozmiar po rozpakowaniu

fault-merged = scalone obszary nie mają sensu; arkusz przeczytałem bez nich
fault-outside-sheet = leży poza arkuszem
fault-text-garbled = tekst jest zniekształcony
fault-text-too-long = tekst jest dłuższy, niż mieści komórka
