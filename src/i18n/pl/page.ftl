### Strona: własne nagłówki i objaśnienia; pozostałe słowa ma wspólne ze skoroszytem i obrazkami.

page-pictures = Obrazki
page-made = Wykonał lejek z arkuszy wymienionych u góry. Każda liczba jest też w report.json; skoroszyt report.xlsx zawiera pełne listy i wiersz źródłowy każdej szansy.
page-urgent = { $all ->
    [one] Szansa, którą trzeba się zająć
   *[other] Najpilniejsze: { $count } z { $all }
}
page-more = Wszystkie są w skoroszycie, na arkuszu Do zrobienia.
page-reached = Doszło
page-onward = Poszło dalej
page-term-reached = Doszło
    .note = Szansa liczy się na etapie, gdy tam doszła albo dalej. Szanse widziane po raz pierwszy wyżej liczą się dopiero stamtąd.
page-term-range = Zakresy typu 61–68 %
    .note = Dolna granica liczy jako sukces tylko to, czego arkusze dowodzą, górna także wszystko, co zostawiają otwarte. Prawda leży pomiędzy.
page-term-promise = Pierwszy kontakt i follow-up na czas
    .note = Spośród zapytań i ofert, których termin minął, te, na które odpowiedziano w terminie. Data bez godziny nigdy nie jest dowodem.
page-term-stalled = Stoi
    .note = Jest na etapie dłużej niż dziewięć na dziesięć szans, które stamtąd poszły dalej, i nie umówiono kolejnego kroku. Odłożone stoją, gdy minął ich termin.
page-term-stays = Połowa, 9 na 10
    .note = Po tylu dniach skończyła się taka część pobytów na etapie. Szanse, które wciąż tam są, liczą się za tyle, ile już są.
page-term-forecast = Prognoza
    .note = Osiem na dziesięć takich prognoz mieści się między dwoma krańcami; zakłada, że przeszłość się powtórzy, i nie przewiduje sezonu, ceny ani nowego handlowca.
page-term-interval = Wskaźniki źródeł
    .note = Źródła z małą liczbą zapytań ciążą ku przeciętnej, żeby jedna wygrana z jednej nie była 100 %. Kreska to przedział, który w ośmiu przypadkach na dziesięć obejmuje prawdziwy wskaźnik.
