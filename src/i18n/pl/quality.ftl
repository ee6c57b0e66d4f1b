### Jakość danych: nazwy komunikatów, `lejek check` i arkusz „Jakość danych”.

## O czym są komunikaty

title-file-missing = Brak pliku
title-not-a-file = To nie jest plik
title-file-unreadable = Plik nie do odczytania
title-file-empty = Pusty plik
title-file-too-large = Za duży plik
title-not-a-spreadsheet = To nie jest arkusz
title-password-protected = Plik chroniony hasłem
title-file-damaged = Uszkodzony plik
title-file-over-limits = Plik ponad granicę bezpieczeństwa
title-format-unsupported = Nieczytany format
title-sheet-name-twice = Dwa arkusze o jednej nazwie
title-file-named-twice = Plik podany dwa razy
title-standard-input-twice = Standardowe wejście podane dwa razy
title-standard-input-empty = Puste standardowe wejście
title-own-report = Raport, który napisał lejek
title-folder-too-large = Folder z nadmiarem plików
title-folder-without-sheets = Folder bez arkuszy
title-files-left-out = Pominięte pliki
title-other-files-left-out = Pliki, które nie są arkuszami
title-sheet-unreadable = Arkusz nie do odczytania
title-cell-unreadable = Uszkodzone komórki
title-error-cell = Błędy formuł w komórkach
title-formula-without-value = Formuły bez wyniku
title-serial-out-of-range = Liczby, które nie są datami
title-number-not-finite = Liczby, które nimi nie są
title-cell-twice = Komórki zapisane dwa razy
title-hidden-sheet-read = Ukryty arkusz, przeczytany
title-encoding-guessed = Nieczytelne litery
title-error-cells-may-be-missing = Błędy formuł mogą być niewidoczne
title-remarks-cut = Dalsze uwagi
title-template-picked = Szablon dobrany po nagłówkach
title-sheet-without-deals = Arkusze bez szans
title-no-table-found = Brak tabeli z szansami
title-date-without-day = Daty bez dnia
title-amount-is-range = Dwie kwoty w jednej komórce
title-unreadable-cell = Nieczytelne komórki
title-unreadable-date = Nieczytelne daty
title-unreadable-amount = Nieczytelne kwoty
title-date-order-assumed = Kolejność dnia i miesiąca niepewna
title-year-assumed = Daty bez roku
title-column-claimed-twice = Dwie kolumny na jedno pole
title-row-skipped = Pominięte wiersze
title-cells-outside-table = Komórki poza tabelą
title-header-missing = Tabela bez nagłówka
title-amounts-in-units = Jednostki kwot
title-several-currencies = Kilka walut
title-unknown-stage = Nieznane etapy
title-stage-missing = Szanse bez etapu
title-dates-out-of-order = Daty w niemożliwej kolejności
title-fact-in-future = Daty z przyszłości
title-stage-disagrees = Sprzeczne etapy
title-dates-from-activities = Daty z rozmów i spotkań
title-duplicate-id = Powtórzone numery
title-close-date-missing = Zamknięte bez daty
title-inquiry-date-missing = Brak daty zapytania
title-owner-missing = Brak opiekuna
title-value-missing = Brak wartości
title-absurd-amount = Niemożliwe kwoty
title-tiny-amount = Kwoty bliskie zera
title-unusual-amount = Nietypowo duże kwoty
title-lost-reason-missing = Przegrane bez powodu
title-lost-reason-unexpected = Powód utraty bez przegranej
title-likely-duplicate = Możliwe duplikaty
title-filled-in-at-once = Uzupełnione hurtem
title-owners-merged = Połączone zapisy handlowców
title-owners-looked-up = Handlowcy z listy nazwisk
title-sources-merged = Połączone zapisy źródeł
title-campaigns-merged = Połączone zapisy kampanii
title-shown-column-missing = Brak kolumny do pokazania
title-costs-read = Koszty z tabeli kampanii
title-rates-used = Przeliczone kwoty
title-several-pipelines = Kilka lejków
title-pipeline-missing = Nie ma takiego lejka
title-data-out-of-date = Nieaktualny arkusz
title-loss-stage-unknown = Nieznany etap przegranej
title-as-of-unreadable = --as-of nie jest datą
title-period-unreadable = Nieczytelny okres
title-target-unreadable = Nieczytelny plan sprzedaży
title-memory-foreign = Plik, który nie jest pamięcią lejka
title-memory-newer = Pamięć z nowszej wersji
title-memory-damaged = Uszkodzona pamięć
title-memory-busy = Pamięć zajęta
title-memory-failed = Pamięć, której nie da się zapisać
title-memory-without-copy = Nie ma takiej kopii w pamięci
title-copy-date-unreadable = Nieczytelna data kopii
title-code-unknown = Nieznany kod
title-template-missing = Nie ma takiego szablonu
title-template-unreadable = Nieczytelny szablon
title-template-key-unknown = Nieznany klucz w szablonie
title-template-invalid = Sprzeczny szablon
title-output-folder-unwritable = Folder nie do zapisu
title-output-unwritable = Plik nie do zapisu
title-output-exists = Plik już istnieje
title-output-is-input = Wynik na miejscu pliku wejściowego
title-text-cut = Skrócone teksty
title-list-cut = Skrócone listy
title-table-is-later = Późniejsza tabela
title-copies-doubtful = Wątpliwe kopie
title-fact-edited = Fakty zmienione później
title-copy-dated = Kopie datowane od środka

## Sprawdzenie

check-title = Jakość danych, stan na { $as_of }
check-nothing = Nic nie zwraca uwagi: wszystkie komórki dały się odczytać.
check-further = i jeszcze { $count ->
    [one] { $count }
   *[other] { $count }
}
check-of = { $count } z { $of }
check-unused = „{ $header }” ({ $place }, { $count ->
    [one] { $count } komórka
    [few] { $count } komórki
   *[other] { $count } komórek
}), np. „{ $example }”
check-cells = { $count ->
    [one] { $count } komórka
    [few] { $count } komórki
   *[other] { $count } komórek
} = { $sum }
check-more = Wszystkie miejsca: lejek check … --all. Co znaczy kod: lejek explain KOD. Jako arkusz do pracy: lejek report
count-errors = { $count ->
    [one] { $count } błąd
    [few] { $count } błędy
   *[other] { $count } błędów
}
count-warnings = { $count ->
    [one] { $count } ostrzeżenie
    [few] { $count } ostrzeżenia
   *[other] { $count } ostrzeżeń
}
count-notes = { $count ->
    [one] { $count } uwaga
    [few] { $count } uwagi
   *[other] { $count } uwag
}
cli-check = Powiedz, co w arkuszach jest błędne lub czego brakuje, gdzie i co z tym zrobić
cli-check-all = Wypisz wszystkie miejsca, nie tylko pierwsze
cli-check-fail-on = Zakończ kodem 1, gdy są komunikaty o tych kodach (wypisze je `lejek explain`) albo jakiekolwiek: any
cli-check-strict = Zakończ kodem 1, gdy są ostrzeżenia
cli-check-json = Wypisz to samo jako JSON

## Arkusz „Jakość danych”

quality-cells = Komórki arkuszy z szansami
quality-unused-title = Kolumny nieużywane
quality-no-column = brak takiej kolumny
quality-kind = Czego dotyczy
quality-cells-all = Komórki
quality-cells-read = Odczytane
quality-cells-rest = Pozostałe
quality-unused-note = By zobaczyć którąś z nich na arkuszu Szanse, wpisz jej nagłówek w szablonie: show = ["…"].
quality-column = Kolumna
quality-header = Nagłówek
quality-merged-title = Zapisy, które liczą się jako jedna nazwa
quality-merged-into = Liczone jako
quality-merged-what = W kolumnie
quality-merged-spellings = Inne zapisy i liczba wierszy
quality-duplicates-title = Możliwe duplikaty
quality-deal = Szansa
quality-duplicate-of = Może być tą samą co
quality-places = Gdzie
