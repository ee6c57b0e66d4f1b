### Co lejek zrozumiał z plików: `lejek inspect`; co jest w nich nie tak: `lejek check`.

## Podgląd

inspect-template = Szablon
inspect-as-of = Stan na
inspect-hidden = arkusz ukryty
inspect-left-out = Pominięty
inspect-left-out-why = szans stąd nie czytam: { $reason }
inspect-layout = Układ
inspect-header = Nagłówek
inspect-header-row = wiersz { $row }
inspect-no-header = brak: kolumny poznaję po zawartości
inspect-name = Nazwa
inspect-related = Powiązanie
inspect-related-by = wiersze odnajdują swoje szanse w innych tabelach po kolumnie „{ $header }”
inspect-rows = Wiersze
inspect-rows-read = { $count ->
    [one] { $count } wiersz
    [few] { $count } wiersze
   *[other] { $count } wierszy
} pod nagłówkiem, w tym użytych: { $used }
inspect-skipped = { $reason }: { $rows }
inspect-row-numbers = { $count ->
    [one] 1 wiersz ({ $rows })
    [few] { $count } wiersze ({ $rows })
   *[other] { $count } wierszy ({ $rows })
}
inspect-cells = Komórki
inspect-meaning = Znaczenie
inspect-sure = Pewność
inspect-why = Dlaczego
inspect-example = Przykład
inspect-stages = Etapy i ich słowa w arkuszach (wiersze)
inspect-no-words = bez własnego słowa
inspect-guessed = nie zna go żaden szablon; miejsce wynika z wierszy
inspect-mend = Coś jest wzięte za co innego? lejek inspect … --write moj.toml, popraw linię i uruchom z --template moj.toml

rows-sum = { $count ->
    [one] { $count } wiersz przeczytany
    [few] { $count } wiersze przeczytane
   *[other] { $count } wierszy przeczytanych
} = { $deals ->
    [one] { $deals } szansa
    [few] { $deals } szanse
   *[other] { $deals } szans
} + dalsze wiersze tych samych szans: { $history } + pominięte: { $skipped }

name-says-stage = mówi o etapie wszystkich szans: { $value }
name-says-owner = mówi, kto sprzedaje: { $value }
name-says-period = mówi o miesiącu wierszy: { $value }
name-says-copy = mówi, że to kopia z { $value }


chosen-asked = wskazany w poleceniu
chosen-by-headers = plik „{ $file }” ma nagłówki jego eksportów
chosen-usual = żaden inny nie pasuje lepiej

cells-header = w nagłówku
cells-read = przeczytane
cells-unassigned = w kolumnach nieużywanych
cells-skipped = w pominiętych wierszach
cells-outside = poza tabelą

order-day-first = dniem na początku
order-month-first = miesiącem na początku
reading-dates-proved = daty z { $order }: dowodzą tego komórki
reading-dates-assumed = daty z { $order }: tylko założone, żadna komórka tego nie dowodzi
reading-marks = znaki zamiast dat
reading-amounts = kwoty w { $currency }

## Szablon zapisany przez inspect: komentarze

written-head = Zapisane przez lejek inspect z: { $files }
    Raport z tym plikiem jest taki sam. Popraw linię, a zmieni się dokładnie to:
    lejek report … --template TEN-PLIK
    Każdy klucz jest opisany w: lejek templates universal
written-without = w tych arkuszach nieużywane
written-dates-proved = dowodzą tego komórki arkuszy
written-dates-assumed = tylko założone, żadna komórka tego nie dowodzi; usuń #, by potwierdzić, albo wpisz drugą kolejność
written-dates-differ = Arkusze zapisują daty w obu kolejnościach; każda kolumna mówi sama za siebie.
written-currency = kwoty nie mają waluty; usuń # i ją podaj
written-stages = Etapy od pierwszego do ostatniego i słowa z arkuszy, które do nich prowadzą.
    By przenieść słowo na inny etap, przenieś jego linię do tamtych aliases.
written-rows = { $count ->
    [one] { $count } wiersz
    [few] { $count } wiersze
   *[other] { $count } wierszy
}
written-word-by-meaning = także „{ $word }” ({ $count ->
    [one] { $count } wiersz
    [few] { $count } wiersze
   *[other] { $count } wierszy
}), po znaczeniu; by przenieść, dodaj je do aliases innego etapu
written-stage-guessed = Żaden szablon nie zna „{ $stage }” ({ $count ->
    [one] { $count } wiersz
    [few] { $count } wiersze
   *[other] { $count } wierszy
}); miejsce wynika z wierszy. Usuń #, by je ustalić, albo dodaj słowo do innego etapu:
written-stage-of-field = „{ $stage }” ({ $count ->
    [one] { $count } wiersz
    [few] { $count } wiersze
   *[other] { $count } wierszy
}) to etap, który ma wiele zespołów. Usuń #, by go zmienić, albo dodaj słowo do innego etapu:
written-sheet = { $sheet }: { $count ->
    [one] { $count } wiersz
    [few] { $count } wiersze
   *[other] { $count } wierszy
} pod nagłówkiem, w tym użytych: { $used }
written-any-date = * oznacza dowolną datę
written-use = false pomija arkusz
written-unused = Kolumny nieużywane. Przypisz którąś do pola powyżej albo usuń #, by na pewno takie zostały:
written-example = np. { $example }
written-left-out = { $sheet } jest pominięty: { $reason }. Jeśli są tam szanse, usuń # i podaj wiersz nagłówka:

inspect-written = Zapisane w { $file }. Popraw i uruchom: lejek report … --template { $file }
