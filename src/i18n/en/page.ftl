### The web page: headings and definitions of its own; the rest of its words are those of the workbook and the pictures.

page-pictures = Pictures
page-made = Made by lejek from the sheets named above. Every figure is also in report.json; the workbook report.xlsx has all lists and the source row of each deal.
page-urgent = { $all ->
    [one] The deal to act on
   *[other] The most urgent { $count } of { $all } deals
}
page-more = All of them are in the workbook, on the sheet To do.
page-reached = Reached
page-onward = Went on
page-term-reached = Reached
    .note = A deal counts at a stage when it came there or further. Deals that were first seen higher up count only from there.
page-term-range = Ranges like 61–68%
    .note = The lower bound counts as a success only what the sheets prove, the upper bound all that they leave open. The truth lies between them.
page-term-promise = First contact and follow-up in time
    .note = Of the inquiries and offers whose limit has passed, those that were answered within it. A date without a time is never taken as proof.
page-term-stalled = Stalled
    .note = Longer in its stage than nine in ten of the deals that went on from there ever were, with no next step agreed. Deferred deals stall once their date has passed.
page-term-stays = Half, 9 in 10
    .note = After so many days that part of the stays in a stage has ended. Deals that are still there count for as long as they have been.
page-term-forecast = Forecast
    .note = Eight in ten such forecasts lie between the two ends; it takes the past to repeat itself and foresees no season, price or new seller.
page-term-interval = Rates of sources
    .note = Sources with few inquiries are drawn towards the rate of all, so that one win of one is not 100%. The line is an interval that holds the true rate in eight cases of ten.
