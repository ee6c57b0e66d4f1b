### The Excel report: sheet names, heads, sentences, definitions. Keys story- serve the terminal and the pictures too.

## Sheets

sheet-summary = Summary
sheet-to-do = To do
sheet-funnel = Funnel
sheet-first-contact = First contact
sheet-follow-up = Follow-up
sheet-stalled = Stalled
sheet-sellers = Sellers
sheet-sources = Sources
sheet-quality = Data quality
sheet-deals = Deals
sheet-about = About

missing-funnel = no deal entered the first stage of the funnel
missing-stalled = there are no open or deferred deals
missing-sellers = no sheet names the owners of deals
missing-sources = no sheet names sources or campaigns
missing-deals = there is no deal

## Shared

as-of = as of { $moment }
page-of-pages = page &P of &N
definitions = What the numbers mean
currency-unstated = not stated
yes = yes
no = no
too-early = too early
too-few = n < 10
no-times = no times in the sheet
list-empty = There are no such deals.
source-row = Source row
verdict-too-young = { $verdict } (too fresh to count)

## Findings

story-lost-most = Most deals are lost after “{ $stage }”: { $lost } of { $of }
story-lost-at-least = Most deals are lost after “{ $stage }”: at least { $lost } of { $of }
story-no-contact = { $count ->
    [one] { $count } inquiry has waited for first contact longer than { $limit } of working days: { $longest } already
   *[other] { $count } inquiries have waited for first contact longer than { $limit } of working days, the oldest { $longest }
}
story-no-follow-up = { $count ->
    [one] { $count } offer has waited for a follow-up longer than { $limit } of working days: { $longest } already
   *[other] { $count } offers have waited for a follow-up longer than { $limit } of working days, the oldest { $longest }
}
story-stalled = { $count ->
    [one] { $count } deal is stalled beyond the limit of its stage (“{ $stage }”)
   *[other] { $count } deals are stalled beyond the limits of their stages, most of them in “{ $stage }”: { $here }
}
story-stalled-spread = { $count ->
    [one] { $count } deal is stalled beyond the limit of its stage
   *[other] { $count } deals are stalled beyond the limits of their stages
}
story-deferred-due = { $count ->
    [one] { $count } deferred deal is due: get back to the customer
   *[other] { $count } deferred deals are due: get back to the customers
}
story-overdue-next-step = { $count ->
    [one] In { $count } deal the agreed next step is overdue
   *[other] In { $count } deals the agreed next step is overdue
}
story-close-date-passed = { $count ->
    [one] In { $count } open deal the expected close has passed
   *[other] In { $count } open deals the expected close has passed
}
story-no-next-step = { $count ->
    [one] { $count } open deal has no next step
   *[other] { $count } open deals have no next step
}
story-at-stake = { $sentence } – worth { $value }
story-source = Source “{ $source }” brings { $deals } of the deals, but { $sales } of the sales
story-nothing-shown = The sheet shows nothing urgent, but not everything can be read from it
story-nothing-urgent = Nothing urgent: nobody waits beyond the limit and no deal is stalled

story-unsaid-first-contact = how fast customers are called: { $why }
story-unsaid-follow-up = how fast offers are followed up: { $why }
story-unsaid-first-contact-minutes = whether customers are called within the hour: the dates have no times
story-unsaid-first-contact-hours = { $count ->
    [one] hours to first contact: the dates have no times, so for { $count } inquiry nothing tells whether contact was within { $limit }
   *[other] hours to first contact: the dates have no times, so for { $count } inquiries nothing tells whether contact was within { $limit }
}
story-unsaid-first-contact-some = { $count ->
    [one] whether { $count } inquiry was contacted within { $limit }: its dates do not decide
   *[other] whether { $count } inquiries were contacted within { $limit }: their dates do not decide
}
story-unsaid-follow-up-hours = { $count ->
    [one] hours to follow-up: the dates have no times, so for { $count } offer nothing tells whether it was within { $limit }
   *[other] hours to follow-up: the dates have no times, so for { $count } offers nothing tells whether it was within { $limit }
}
story-unsaid-follow-up-some = { $count ->
    [one] whether { $count } offer was followed up within { $limit }: its dates do not decide
   *[other] whether { $count } offers were followed up within { $limit }: their dates do not decide
}
story-unsaid-losses = { $count ->
    [one] at which stage { $count } lost deal dropped out: the sheet did not keep it
   *[other] at which stage { $count } lost deals dropped out: the sheet did not keep it
}
story-unsaid-age = { $count ->
    [one] since when { $count } open deal has been in its stage: no date
   *[other] since when { $count } open deals have been in their stages: no dates
}
story-unsaid-values = { $count ->
    [one] what { $count } deal is worth: no amount
   *[other] what { $count } deals are worth: no amounts
}
story-unsaid-currency = which currency the amounts are in: the sheet does not state it

## Summary

summary-title = Sales funnel
summary-files = { $files } and { $count ->
    [one] { $count } more file
   *[other] { $count } more files
}
summary-skipped = { $count ->
    [one] { $count } row left out – see Data quality
   *[other] { $count } rows left out – see Data quality
}
summary-deals = { $count ->
    [one] deal in the sheet
   *[other] deals in the sheet
}
summary-deals-note = { $open } open, { $deferred } deferred, { $lost } lost
summary-first-contact = first contact in { $limit }
summary-first-contact-unknown = first contact
summary-follow-up = follow-up in { $limit }
summary-follow-up-unknown = follow-up of offers
summary-promise-note = kept in { $met } of { $count }
summary-promise-note-range = kept in { $met } of { $count }; { $open } cannot be told
summary-won = { $count ->
    [one] deal won
   *[other] deals won
}
summary-won-note = from inquiry to won: { $share }
summary-stalled = { $count ->
    [one] stalled beyond its limit
   *[other] stalled beyond the limit
}
summary-stalled-unknown = no dates of entering the stages
summary-stalled-undated = { $count } without a date of entering the stage
summary-stalled-note = { $count ->
    [one] of { $count } open or deferred deal
   *[other] of { $count } open and deferred deals
}
summary-open = in open deals
summary-open-count = open deals
summary-open-note = { $count ->
    [one] { $count } deal, amount not weighted
   *[other] { $count } deals, amounts not weighted
}
summary-other-currencies = besides { $sums }
summary-currency-unstated = currency not stated
summary-funnel-title = How many deals reached each stage
summary-story-title = Findings
summary-unsaid-title = What cannot be said
summary-closing = Counts and sums are formulas over the sheet Deals; each deal there names file, sheet and row of its source.
chart-came-on = { $share } came on

## To do

lead-to-do = One row is one deal: what to do, with whom, and how long it has waited. Most urgent first, seller by seller.
to-do-block = { $name } – { $count ->
    [one] { $count } deal to act on
   *[other] { $count } deals to act on
}
to-do-free = Nothing urgent: { $names }.
to-do-action = What to do
to-do-deal = Deal
to-do-reach = Phone and e-mail
to-do-overdue = How long it has waited
to-do-also = While you are at it
overdue-promise = { $waited } of working days, limit { $limit }
overdue-stage = { $days } in the stage, limit { $limit }
overdue-date = { $days } past the date

## Funnel

lead-funnel = How many deals reached each stage, how many went on, and what is not decided yet. A deal that came further reached the earlier stages too.
funnel-unplaced = { $count ->
    [one] For { $count } lost deal the sheet did not keep the stage at which it was lost: the stage cell says only “lost”. It may have dropped out at any stage, so the rates here are wide ranges. Add the date or stage of the loss and they will narrow.
   *[other] For { $count } lost deals the sheet did not keep the stage at which they were lost: the stage cell says only “lost”. They may have dropped out at any stage, so the rates here are wide ranges. Add the dates or stages of the losses and they will narrow.
}
funnel-reached-title = How many deals reached the stage
funnel-steps-title = How many deals went on
funnel-overall-title = From inquiry to won
funnel-overall = Way
funnel-overall-row = Inquiry → won
funnel-worth-title = What they are worth
funnel-times-title = How many reach the next stage in time
funnel-times-none = Too few dates to say how fast deals go from stage to stage.
funnel-reached = Reached
    .note = Deals that reached this stage or a later one. Who got an offer has also been an inquiry, even if the sheet did not write it down.
funnel-visited = Seen here
    .note = Deals that the sheet really shows at this stage. Not used for rates.
funnel-skipped = Not written down
    .note = Reached, but the sheet does not show them here: the stage was skipped, or the deal began further up.
funnel-joined = Began here
    .note = Deals first seen at this stage. They could not have dropped out below it, so they do not count there.
funnel-here-now = Here now
    .note = Deals that are at this stage at the report's date.
funnel-at-risk = Stood here
    .note = Deals that stood at this stage or passed through it from below; the rate counts from them.
funnel-advanced = Went on
    .note = Of those that stood here: reached the next stage or a later one.
funnel-lost = Lost here
    .note = Of those that stood here: lost before they came further.
funnel-unplaced-column = Lost, unknown where
    .note = Lost here or further up: no sheet tells at which stage.
funnel-vanished = Vanished
    .note = Rows missing from a later copy of the sheet: neither lost nor open.
funnel-undecided = Undecided
    .note = Of those that stood here: still open or deferred. They count neither as success nor as failure.
funnel-rate-low = Went on, at least
    .note = Went on divided by all that stood here: so much is certain already.
funnel-rate-high = Will go on, at most
    .note = If all undecided deals went on: it cannot become more.
funnel-settled = Of those decided
    .note = Went on divided by went on and lost, without the undecided.
funnel-interval = 95% interval
    .note = How far chance alone could move the rate (Wilson interval). The fewer deals, the wider.
funnel-within-days = Within 30, 60, 90 days
    .note = What share reaches the next stage within so many days of entering this one, corrected for deals that are still young (Aalen–Johansen). “Too early”: nobody has been followed that long.
funnel-began = Inquiries
funnel-won = Won
funnel-value-reached = Value that reached it
funnel-value-here = Value here now
funnel-within = { $count ->
    [one] Within { $count } day
   *[other] Within { $count } days
}
funnel-within-interval = { $count ->
    [one] 95% interval, { $count } day
   *[other] 95% interval, { $count } days
}

## First contact and follow-up

lead-first-contact = Whether somebody answers new inquiries within { $limit }. From inquiry to first contact.
lead-follow-up = Whether somebody gets back to the customer within { $limit } of the offer. From offer to follow-up.
kept-first-contact = First contact within { $limit }: { $share }. Of { $count } inquiries it was kept in { $met } and broken in { $missed }; in { $open } the dates do not decide.
kept-follow-up = Follow-up within { $limit }: { $share }. Of { $count } offers it was kept in { $met } and broken in { $missed }; in { $open } the dates do not decide.
promise-too-young = the limit has not passed for any of them
promise-without-start = { $count ->
    [one] { $count } deal has no starting date and does not count.
   *[other] { $count } deals have no starting date and do not count.
}
promise-clocks-title = Promises kept
promise-clock = Clock
promise-elapsed = Customer's clock
promise-workdays = Working days
promise-n = Count
promise-met = Kept
promise-missed = Broken
promise-cannot-tell = Cannot tell
    .note = Dates without times do not decide: contact on the next day can be 2 or 47 hours later. That is why the result is a range.
promise-share-low = At least
promise-share-high = At most
promise-interval = 95% interval
    .note = From the lower end for “at least” to the upper end for “at most” (Wilson): how far chance alone could move the result.
promise-not-mature = Too fresh
promise-limits-title = With other limits
promise-limit = Limit
promise-quantile = { $percent }% within { $hours }
promise-quantiles = How long it takes (those waiting included): { $quantiles }.
promise-waiting = Waiting beyond the limit now: { $count }
    .note = On working days, the longest wait first.
promise-broken = Broken: { $count }
    .note = On working days: contact came after the limit, or the deal was lost without it.
promise-undecided = Cannot tell: { $count }
    .note = Write down the hours of inquiry and contact, and the result will be one number.
promise-hours-low = Working hours, at least
promise-hours-high = Working hours, at most
promise-implied = not written down
promise-lost = lost without
promise-running = waiting
clock-start-first-contact = Inquiry
clock-stop-first-contact = First contact
clock-start-follow-up = Offer
clock-stop-follow-up = Follow-up
promise-kept = Kept
    .note = The most hours that can have passed are within the limit.
promise-mature = Count
    .note = Only those whose limit has surely passed, whatever became of them. Otherwise today's calls would flatter the result, and today's backlog would not harm it.
promise-clocks = Customer's clock, working days
    .note = The customer's clock counts every hour. Working days stand still on Saturdays, Sundays and holidays: Friday 16:00 to Monday 10:00 is 66 hours, but 18 on working days. The lists below and the comparison of sellers go by working days.

## Stalled

lead-stalled = Deals that have been in their stage longer than its limit allows and have no step agreed within the next 30 days.
stalled-verdict = { $count ->
    [one] { $count } deal of { $all } open and deferred ones is stalled; { $ok } are within the limit
   *[other] { $count } deals of { $all } open and deferred ones are stalled; { $ok } are within the limit
}
stalled-limits-title = Limits of the stages
stalled-basis = Where the limit comes from
stalled-limit-days = Limit, days
stalled-advances = Went on from here
stalled-longest = Longest that went on
stalled-here = Here now
stalled-over = Stalled
stalled-over-value = Stalled, value
stalled-list-stalled = Stalled beyond the limit: { $count }
stalled-list-scheduled = Beyond the limit, but a step is agreed: { $count }
stalled-list-deferred = Deferred, not due yet: { $count }
stalled-list-unknown = No date of entering the stage: { $count }
stalled-sorted-by-chance = Order: value times the chance to win – on top what is most worth saving.
stalled-sorted-by-value = Order: value, the largest on top. There are too few comparable cases for chances to win.
stalled-days = Days in stage
stalled-ratio = Times the limit
    .note = Days in the stage divided by the limit: 2.0 is twice as long as it should be.
stalled-chance = Chance to win
stalled-flags = What else
stalled-limit = Limit
    .note = From history: 9 in 10 deals that went on from this stage had done so within so many days. With fewer than 30 of them the default holds, unless the template sets its own.
stalled-chance-term = Chance to win
    .note = What share of comparable deals that stood at this stage for so long was won in the end. Only with at least 20 comparable deals.
stalled-scheduled = A step is agreed
    .note = An old deal with a next step dated within 30 days is not stalled: somebody looks after it. It is listed apart.
stalled-deferred = Deferred
    .note = The customer asked for time. A deferred deal is stalled only when the agreed day has passed, or, without such a day, after the limit.

## Sellers and sources

lead-sellers = How many deals each seller has, how many were won, and how promises are kept. No ranking: with few deals differences are often chance.
lead-sources = Where deals come from and what remains of them.
sources-title = Sources
campaigns-title = Campaigns
groups-deals = Deals
groups-open = Open
groups-deferred = Deferred
groups-won = Won
groups-lost = Lost
groups-win-rate = Won of closed
    .note = Won divided by won and lost. Open deals count neither for nor against.
groups-interval = 95% interval
groups-first-contact = First contact in time
groups-follow-up = Follow-up in time
groups-won-value = Value won
groups-open-value = Value open
groups-stalled = Stalled
groups-findings = To do
groups-total = Total
groups-too-few = n < 10: too few
    .note = With fewer than 10 closed deals the rate says nothing yet: a single deal moves it by more than 10 points.
groups-promise = First contact, follow-up
    .note = Share kept on working days and, in brackets, of how many. A range where a part cannot be told.

## Data quality

lead-quality = What is wrong or missing in the sheets, where exactly, and what to do about it.
quality-noticed-title = What was noticed
quality-nothing = Nothing: every cell could be read.
quality-code = Code
quality-severity = Severity
quality-count = How many
quality-example = For example
quality-hint = What to do
quality-completeness-title = Completeness
quality-item = Cell
quality-filled = Filled
quality-of = Should be
quality-share = Share
quality-rows-title = What became of the rows
quality-rows = Rows
quality-rows-deals = deals
quality-rows-history = further rows of the same deals
quality-rows-skipped = left out: { $reason }
quality-rows-read = read in all
quality-places-title = Where exactly
quality-place = File and sheet
quality-cell = Cell
quality-row = row { $row }
quality-sentence = What was noticed

## Deals

table-deals = Deals
lead-deals = One row is one deal. The counts and sums of all sheets rest on this table; filter and sort it as you like.
deals-cut = The figures on other sheets cover all deals, so they are not formulas.
deals-id = Number
deals-name = Deal
deals-company = Company
deals-beside = Company or number
deals-contact = Contact person
deals-phone = Phone
deals-email = E-mail
deals-owner = Owner
deals-source = Source
deals-campaign = Campaign
deals-stage = Stage
deals-state = State
deals-value = Value
deals-currency = Currency
deals-inquiry = Inquiry
deals-first-contact = First contact
deals-offer = Offer
deals-follow-up = Follow-up
deals-closed = Closed
deals-days-in-stage = Days in stage
deals-age = Age verdict
    .note = Days in the stage against its limit; the limits are on the sheet Stalled.
deals-contact-clock = Contact on the clock
    .note = Whether first contact was in time, counting every hour.
deals-contact-workdays = Contact on working days
    .note = Whether first contact was in time, counting working days alone.
deals-follow-up-clock = Follow up on the clock
deals-follow-up-workdays = Follow up on working days
deals-first-rung = First stage no
    .note = Number of the stage at which the deal is first seen; empty when it did not begin in the funnel.
deals-furthest-rung = Furthest stage no
    .note = Number of the furthest stage that the deal ever reached.
deals-loss-placed = Stage of loss known
    .note = Whether the sheet tells at which stage a lost deal dropped out.
deals-expected-close = Expected close
deals-next-step = Next step
deals-next-step-on = Next step due
deals-last-activity = Last contact
deals-lost-reason = Reason lost
deals-file = File
deals-sheet = Sheet
deals-row = Row

## About

lead-about = How this report was made: from what, by which rules, and what was understood of the sheets.
about-made-title = The report
about-as-of = As of
about-newest = Newest fact
about-template = Template
about-horizons = Horizons, days
about-version = Program
about-missing-title = Sheets that are missing, and why
about-files-title = Files
about-file = { $format }, { $bytes } B, SHA-256 { $sha }
about-sheets-title = Sheets in the files
about-sheet = File and sheet
about-layout = How it was read
about-header-row = Header row
about-rows = Rows
about-left-out = left out: { $why }
about-columns-title = Columns: what they were taken for
about-columns-note = If something was taken for what it is not, tie the header to its field in the section [columns] of the template.
about-column = Column
about-header = Header
about-field = Meaning
about-score = Certainty
about-reason = Why
about-example = Example
about-unused = not used
about-stages-title = Stages
about-kind = Kind
about-origin = Named by
about-words = Words in the sheets (rows)
about-origin-template = template
about-origin-sheet = sheet
about-live = Counts and sums
    .note = They are formulas over the table of the sheet Deals and follow it when it is changed. Judgements (promises, limits, intervals) are values of the report's moment.
about-interval = 95% interval
    .note = Wilson interval. Were the same rules at work in a hundred similar teams, in about 95 of them the true rate would lie in such an interval.
about-range = “61–68%”
    .note = Lower and upper bound where the sheet does not decide every case. The truth lies between them.
about-working-days = Working days
    .note = Monday to Friday without Polish holidays (since 2025 Christmas Eve too), 24 hours a day. The template can change it.
about-text = Text from the sheets
    .note = It is always plain text: nothing from the input has become a formula or a link.
