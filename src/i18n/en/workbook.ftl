### The Excel report: sheet names, heads, sentences, definitions. Keys story- serve the terminal and the pictures too.

## Sheets

sheet-summary = Summary
sheet-to-do = To do
sheet-period = What changed
sheet-trend = Week by week
sheet-funnel = Funnel
sheet-first-contact = First contact
sheet-follow-up = Follow-up
sheet-stalled = Stalled
sheet-time-in-stage = Time in stage
sheet-losses = Lost deals
sheet-forecast = Forecast
sheet-plans = Target and dates
sheet-sellers = Sellers
sheet-sources = Sources
sheet-quality = Data quality
sheet-deals = Deals
sheet-about = About

missing-funnel = no deal entered the first stage of the funnel
missing-period = no cell dates anything that happened
missing-trend = there are fewer than three weeks with dates
missing-stalled = there are no open or deferred deals
missing-time-in-stage = no stay in a stage has dates
missing-losses = no reason is given for any lost deal
missing-plans = no target was set, and no sheet tells of an earlier expected close
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
story-lost-without = { $sentence }; in { $count } of them nobody followed up in time
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
story-unsaid-first-contact-copies = { $count ->
    [one] whether { $count } inquiry was contacted within { $limit }: the copies tell only between which two of them it was
   *[other] whether { $count } inquiries were contacted within { $limit }: the copies tell only between which two of them it was
}
story-unsaid-first-contact-some = { $count ->
    [one] whether { $count } inquiry was contacted within { $limit }: its dates do not decide
   *[other] whether { $count } inquiries were contacted within { $limit }: their dates do not decide
}
story-unsaid-follow-up-hours = { $count ->
    [one] hours to follow-up: the dates have no times, so for { $count } offer nothing tells whether it was within { $limit }
   *[other] hours to follow-up: the dates have no times, so for { $count } offers nothing tells whether it was within { $limit }
}
story-unsaid-follow-up-copies = { $count ->
    [one] whether { $count } offer was followed up within { $limit }: the copies tell only between which two of them it was
   *[other] whether { $count } offers were followed up within { $limit }: the copies tell only between which two of them it was
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
story-unsaid-forecast = what will be won: { $why }
story-unsaid-currency = which currency the amounts are in: the sheet does not state it

## Summary

summary-title = Sales funnel
summary-against = now: { $from } – { $to }, ▲▼ against { $before_from } – { $before_to }
since-came-in = now { $count } new ({ $change })
since-won = now { $count } won ({ $change })
since-kept = now { $now } (before { $then })
since-forecast = { $weeks } weeks: { $low } – { $high }, 8 in 10
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
overdue-promise = { $waited } (working days alone), limit { $limit }
overdue-stage = { $days } in the stage, limit { $limit }
overdue-date = { $days } past the date

## What changed

lead-period = What happened from { $from } to { $to }, held against { $before_from } to { $before_to }.
period-title = What came in, moved, was won and lost
period-what = What
period-now = Now
    .note = Times in the present period, from its first day up to the report's date.
period-then = Before
    .note = Times in as many days of the period before, so that three days are never held against seven.
period-change = Change
period-value-now = Value now
    .note = Values of the deals, each once.
period-value-then = Value before
period-whole = { $from } – { $to }, whole
period-offers = Offers sent for the first time
period-undated = no dates
period-without-dates = Without any date, so in no period: { $kinds }.
period-overwritten = { $count ->
    [one] Of { $count } deal the sheets keep the present stage alone: its earlier steps are not seen.
   *[other] Of { $count } deals the sheets keep the present stage alone: their earlier steps are not seen.
}
period-promises-title = Promises whose clock started then
period-promise = Promise
period-kept-now = Kept, now
    .note = Share kept of those whose limit has surely passed, counting every hour.
period-kept-then = Kept, before
period-changes-title = Deal by deal: { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
period-nothing = Nothing changed in these days.
period-kind = What happened
period-from-stage = From
period-to-stage = To
period-on = When
period-taken-back = { $kind }, taken back later
period-before = Before
    .note = As many days of the period before as the present one has run; beside it stands the whole one.
period-day = When
    .note = The date of the change. A change seen between two copies of the sheet belongs to the later one, which showed it first.
period-undone = Taken back later
    .note = A win or a loss that does not stand at the report's date is listed and not counted.
since-title = Since the copy of { $before }, seen on { $now }
since-summary = Since the copy of { $before }: { $moves }. Open deals: { $from } → { $to }
since-nothing = nothing moved
since-what = What
since-deals = Deals
since-value = Value
since-open-title = The value of open deals, then and now
since-quarter-title = The value of open deals to be closed by { $day }, then and now
since-list-title = Since the last copy, deal by deal: { $count ->
    [one] { $count } deal
   *[other] { $count } deals
}
since-value-before = Value before
since-value-now = Value now
since-expected = Expected close
turn-new = Came in
    .one = came in
turn-forward = Went forward
    .one = went forward
turn-back = Went back
    .one = went back
turn-stuck = Stood still
turn-deferred = Deferred
    .one = deferred
turn-resumed = Taken up again
    .one = taken up again
turn-won = Won
    .one = won
turn-lost = Lost
    .one = lost
turn-vanished = Gone from the sheet
    .one = gone from the sheet
edit-pushed = Put off
    .one = put off
edit-pulled-in = Brought forward
    .one = brought forward
edit-grown = Worth more
    .one = worth more
edit-shrunk = Worth less
    .one = worth less
edit-owner-changed = Another seller
    .one = another seller
bridge-before = In the copy before
bridge-new = New deals
bridge-resumed = Taken up again
bridge-pulled-in = Plans brought forward into it
bridge-value-up = Values raised
bridge-won = Won
bridge-lost = Lost
bridge-deferred = Deferred
bridge-vanished = Gone from the sheet
bridge-slipped = Plans put off beyond it
bridge-value-down = Values cut
bridge-now = Now
change-came-in = Came in
    .one = came in
change-forward = Went forward
    .one = went forward
change-back = Went back
    .one = went back
change-resumed = Taken up again
    .one = taken up again
change-deferred = Deferred
    .one = deferred
change-won = Won
    .one = won
change-lost = Lost
    .one = lost
change-vanished = Gone from the sheet
    .one = gone from the sheet
change-after-sales = Moved on after the sale
    .one = moved on after the sale

## Week by week

lead-trend = What came in, moved and was decided in each week from Monday to Sunday, and what stood open at its end. The newest week comes first.
trend-course = Course, oldest week on the left
trend-week = Week from
    .note = Its Monday.
trend-new = Inquiries
    .note = Deals that came in, by the date of the inquiry.
trend-contacted = Contacted
    .note = Deals that came to their first contact, or beyond it, for the first time.
trend-offers = Offers
    .note = Deals that got their first offer.
trend-won = Won
    .note = Deals that are won now, in the week of the win.
trend-lost = Lost
    .note = Deals that are lost now, in the week of the loss.
trend-open = Open
    .note = Undecided deals at the end of the week, deferred ones included.
trend-open-value = Worth
    .note = What the open deals were worth at the end of the week, as far as the sheets told it then.
trend-over = Too long in stage
    .note = Open deals that had been in their stage for longer than its limit of today.
trend-first-contact = Contacted in time
    .note = Of the inquiries of the week: the share whose first contact kept the promise, counting every hour.
trend-follow-up = Followed up in time
    .note = Of the offers of the week: the share whose follow-up kept the promise, counting every hour.
trend-conversion = { $count ->
    [one] Won within { $count } day
   *[other] Won within { $count } days
}
    .note = Of the inquiries of the week; a share only once every one of them has had so long.
trend-conversion-term = Won within N days
    .note = Few inquiries a week make this share jump by chance; look at the course, not at one week.
trend-running = The newest week still runs.
trend-unshown = Not shown: { $what }.
trend-before-copies = “–” in the oldest weeks: they lie before the first copy of the sheet, which shows only what had become of the deals by then.
trend-undated = Without dates and in no week: { $what }.
trend-undated-new = inquiries
trend-undated-contacted = contacts
trend-undated-offers = offers
trend-undated-won = wins
trend-undated-lost = losses
trend-undated-ways = deals not counted as open

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

funnel-rule-title = Rule in use
funnel-rule-reached = Rule: “reached”. A deal counts at every stage up to the furthest it came to, whether it stood there or not. This is what is true.
funnel-rule-strict = Rule: “strict”. A deal counts at a stage only when it stood there and at every stage before, as CRMs count that ask for all stages. Deals that skipped a stage are left out.
funnel-rule-snapshot = Rule: “snapshot”. A deal counts where it stands now and below, as CRMs count that look at the present stage alone. Lost deals are left out.
funnel-days-cycle = Wins within N days are looked at for N = { $days } days, which comes from the sales cycle.
funnel-days-default = Wins within N days are looked at for N = { $days } days, the usual number; there are too few wins to learn it from the sales cycle.
funnel-days-fixed = Wins within N days are looked at for N = { $days } days, as asked for.
funnel-conversion-of = Count here
    .note = Deals that count at this stage by the rule.
funnel-conversion-on = Went on
    .note = Those of them that count at the next stage.
funnel-conversion-rate = Share
cohorts-title = Inquiries month by month
cohorts-month = Month of inquiry
cohorts-n = Inquiries
    .note = Deals whose inquiry is dated in the month.
cohorts-won = Won so far
cohorts-lost = Lost so far
cohorts-undecided = Undecided
cohorts-within = Won in { $count } days
    .note = Won within so many days of the inquiry, divided by all inquiries of the month. A month has a rate only once all its deals have had the time.
cohorts-interval = 95% interval, { $count } days
cohorts-too-early = too early ({ $won } so far)
cohorts-undated = dates missing ({ $won } dated)

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

promise-office = Office hours
promise-within-note = On each clock the share kept had the limit been another, from what is proved to what is possible. On office hours a day of the limit is an office day.
promise-within-elapsed = Customer's clock
promise-within-workdays = Working days
promise-within-office = Office hours
promise-hours-title = How long it takes, in hours
promise-hours-none = Hours cannot be told: not every start has a time of day.
promise-half = Half within, hours
    .note = Half of the customers were reached by then (Kaplan–Meier). Those still waiting count for as long as they have waited.
promise-most = 3 in 4 within, hours
promise-nearly = 9 in 10 within, hours
speed-title = Speed and winning
speed-sentence = Of the deals that were contacted, so many were won within { $days } days of the contact. The two go together; that does not prove that one brings the other: sellers may call the likely ones first.
speed-unknown = Whether speed and winning go together cannot be said: { $why }.
speed-undated = { $count ->
    [one] { $count } contacted deal is left out: no date of its win.
   *[other] { $count } contacted deals are left out: no dates of their wins.
}
speed-speed = First contact
speed-n = Deals
speed-won = Won
speed-rate = Share won
speed-within-hour = within 1 hour
speed-within-day = after 1 to 24 hours
speed-within-two-days = after 24 to 48 hours
speed-later = after more than 48 hours
speed-same-day = on the same day (no times)
speed-next-day = on the next day (no times)
speed-later-day = on a later day (no times)

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
    .note = What share of comparable deals that stood at this stage for so long was won in the end. Empty with fewer than 20 of them.
stalled-flags = What else
stalled-limit = Limit
    .note = From history: 9 in 10 deals that went on from this stage had done so within so many days. With fewer than 30 of them the default holds, unless the template sets its own.
stalled-scheduled = A step is agreed
    .note = An old deal with a next step dated within 30 days is not stalled: somebody looks after it. It is listed apart.
stalled-deferred = Deferred
    .note = The customer asked for time. A deferred deal is stalled only when the agreed day has passed, or, without such a day, after the limit.

## Time in stage

lead-time-in-stage = How long deals stay in each stage, how they leave it, and at which stage most money stops. Deals still there count for as long as they have waited.
dwell-title = Days in each stage
dwell-n = Stays
    .note = Stays in this stage with dates. Everything in the row rests on them.
dwell-still = Still there
    .note = Stays that have not ended by the report's date.
dwell-p50 = Half leave within, days
    .note = Half of the stays have ended by then (Kaplan–Meier). Deals still there count for as long as they have waited, so that the slow ones are not left out.
dwell-p50-interval = 95% interval, days
    .note = How far chance alone could move the day by which half have left. An end that nobody reached stays open.
dwell-p75 = 3 in 4 leave within
    .note = Three in four stays have ended by then.
dwell-p90 = 9 in 10 leave within
    .note = Nine in ten stays have ended by then.
dwell-at-risk = Of so many
    .note = Stays that lasted at least so long. Below five (orange) the figure is a rough one.
dwell-restricted = Mean, counting at most 90
    .note = Average days in the stage when every stay is counted up to 90 days and no longer.
dwell-still-share = Still there at the end
    .note = Share of the stays that had not ended at the end of what was observed.
dwell-longest = Longest stay seen
    .note = Days of the longest stay, ended or not.
dwell-unknown = { $stage }: no days, because { $why }.
dwell-beyond = { $stage }: { $percent }% have not left within what was observed – that takes more than { $days } days; { $share } were still there.
dwell-undated = { $stage }: { $count ->
    [one] { $count } stay has no dates and does not count.
   *[other] { $count } stays have no dates and do not count.
}
dwell-ends-title = How the stays end
exit-advance = Went on
    .note = Stays that ended with the next stage or a later one.
exit-regress = Went back
    .note = Stays that ended with an earlier stage.
exit-lost = Lost
    .note = Stays that ended with the loss of the deal.
exit-deferred = Deferred
    .note = Stays that ended because the customer asked for time.
exit-vanished = Vanished
    .note = Stays of deals that are missing from a later copy of the sheet.
dwell-re-entries = Came again
    .note = Stays of deals that had been in this stage before.
dwell-advance-by = Went on in { $count } days
    .note = Share of the stays that ended with a later stage within so many days (Aalen–Johansen: losses are not taken for waiting).
dwell-lost-by = Lost in { $count } days
    .note = Share of the stays that ended with a loss within so many days.
dwell-advance-half = Half of these within, days
    .note = Of those that go on at all, half have gone on by then.
dwell-lost-half = Half of losses within, days
    .note = Of those that are lost here at all, half are lost by then.
dwell-stays = Stay
    .note = The time from entering a stage to leaving it. A deal that comes back has a second stay.
dwell-quantiles = Half, 3 in 4, 9 in 10
    .note = Quantiles say more than an average: one forgotten deal moves an average by weeks, and these hardly.
cycle-title = Sales cycle
cycle-sentence = Of the deals that are won at all, half are won within { $half } days of the inquiry, three in four within { $most } and nine in ten within { $nearly }.
cycle-unknown = How long a sale takes cannot be said: { $why }.
cycle-n = Inquiries
    .note = Deals that began with an inquiry.
cycle-won = Won
cycle-p50 = Half within, days
    .note = By then half of the deals that are ever won have been won. It is not the average of closed wins, which comes out too short.
cycle-p75 = 3 in 4 within, days
cycle-p90 = 9 in 10 within, days
cycle-won-end = Ever won
    .note = Share of the inquiries that is won, as far as anybody was followed.
cycle-open-end = Not decided
    .note = Share of the inquiries that nobody was followed long enough to decide.
bottleneck-title = Bottleneck
bottleneck-named = Bottleneck: “{ $stage }” – { $value } a month stop there, { $share } of all that stops. In { $sure } of the resamples it comes first.
bottleneck-none = There is no single bottleneck: “{ $stage }” comes first in only { $sure } of the resamples. See how the stages compare.
bottleneck-unknown = Which stage is the bottleneck cannot be said: { $why }.
bottleneck-undated = { $count ->
    [one] { $count } lost deal is left out: no date of its loss.
   *[other] { $count } lost deals are left out: no dates of their losses.
}
bottleneck-lost = Lost in the window
    .note = Deals lost at this stage in the last twelve months, or in as much as the sheet covers.
bottleneck-lost-a-month = Lost a month
    .note = What they were worth, a month.
bottleneck-stalled = Stalled now
bottleneck-stalled-value = Stalled, value
bottleneck-conversion = Go on
    .note = Chance that a deal here reaches the next stage.
bottleneck-won-after = Then won
    .note = Chance that a deal at the next stage is won in the end.
bottleneck-score = Stops here a month
    .note = So much more would be sold a month if what was lost and what stalled here had gone on and sold as usual.
bottleneck-score-share = Of all that stops
bottleneck-one-percent = One more percent
    .note = What one more percent of deals going on from here would bring a month.
bottleneck-queue-length = In the stage
    .note = Deals in the stage on average.
bottleneck-queue-days = Days each
    .note = Average number of deals in the stage divided by how many enter it a day (Little's law).
bottleneck-queue-flow = Balance
    .note = Deals that entered less those that left. Above zero the queue is growing.

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

costs-title-campaign = What campaigns cost and brought
costs-title-source = What sources cost and brought
costs-untold = { $count ->
        [one] { $count } deal has no cost and is not counted in this table.
       *[other] { $count } deals have no cost and are not counted in this table.
    }
costs-inquiries = Inquiries
    .note = All its deals, whatever became of them.
costs-won = Won
costs-won-value = Value won
costs-cost = Cost
    .note = The same amount on each row of its deals counts once; differing amounts are added up.
costs-per-inquiry = Cost per inquiry
costs-per-win = Cost per won deal
    .note = So far: open deals may still be won.
costs-return = Return
    .note = Value won divided by cost, so far: 3.0 means three times as much in sales as was spent.
costs-why = Why not

pooled-title = Compared, with chance taken into account
pooled-sentence = { $count } deals are at least { $days } days old; { $won } of them were won within { $days } days. Each row is lent { $lent } average deals at a rate of { $share }, so that 1 of 1 is not 100%.
pooled-too-few = Deals at least { $days } days old: { $count }. Too few to compare anybody by.
pooled-all-too-few = No row has enough of them to be judged.
pooled-all-within-chance = All differences lie within chance.
pooled-apart = More than chance: above the average { $above }, below it { $below }; all others lie within chance.
pooled-order-changes = The order changes once it is taken out that some get easier inquiries than others: see “Same inquiries”.
pooled-unknown = The rates cannot be compared: { $why }.
pooled-cut = Only the first { $shown } of { $count } rows are shown.
pooled-n = Old enough
    .note = Deals old enough to have been won within the time; only these are compared, or new deals would count against whoever has many.
pooled-won = Won in { $count } days
pooled-raw = Rate as it is
    .note = Won within the time divided by the deals old enough.
pooled-raw-interval = 95% interval
    .note = How far chance alone could move the rate (Wilson interval).
pooled-rate = Rate, evened out
    .note = The rate after lending each row some average deals. With few deals it stays near the average, with many near its own.
pooled-range = 80% range
    .note = Eight in ten: between these ends the true rate lies.
pooled-above = Above average
    .note = Chance that the true rate is above that of all.
pooled-expected = Wins expected
    .note = Wins to be expected of such deals, had each been won as often as deals of its kind usually are.
pooled-adjusted = Same inquiries
    .note = The evened-out rate once it is taken out that some get easier inquiries than others.
pooled-verdict = Verdict
    .note = “Within chance”: the difference is no larger than chance makes between equals. It is no praise, no blame and no cause.
verdict-above = above average
verdict-below = below average
verdict-within-chance = within chance
verdict-too-few = too few deals

## Lost deals

lead-losses = What sellers wrote down as the reason, by the furthest stage reached and by source. It tells what was written, not always what was true.
losses-sentence = The reason given most often is “{ $reason }”: { $count } of { $all } lost deals with a reason.
losses-without = { $count } of { $all } lost deals have no reason.
losses-title = Reasons
losses-deals = Lost deals
losses-share = Of all lost
    .note = Deals lost for this reason divided by all lost deals, those without a reason included.
losses-value = Value
losses-by-stage-title = By the furthest stage reached
losses-by-source-title = By source
losses-no-stage = stage unknown
losses-others = Others
losses-reason = Reason
    .note = Spellings that differ only by case, spaces or accents are counted as one, under the one written most often.
losses-by-stage = Furthest stage
    .note = The highest stage that the deal ever stood in. “Stage unknown”: no sheet tells at which stage it was lost.

## Forecast

lead-forecast = What will be won if the past repeats itself. It foresees no season, price or new seller, so read the range and not its middle.
forecast-unknown = There is no forecast: { $why }.
forecast-refused = Next { $weeks } weeks: no forecast – { $why }.
lack-closed = { $count } closed deals, and 30 are needed
lack-won = { $count } won deals, and 10 are needed
lack-lost = { $count } lost deals, and 10 are needed
lack-open = { $count } open deals, and 5 are needed
lack-won-for-long = { $count } won deals, and 30 are needed to look so far
forecast-sentence = Next { $weeks } weeks: { $low } to { $high } (8 in 10 such forecasts lie in such a range), middle { $middle }.
forecast-yields = This is the last quarter repeated: the forecast did no better than that at earlier moments.
forecast-wide = The range is so wide that its middle says nothing.
forecast-rough = Few deals were won so far, so it is a rough one.
count-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
forecast-title = What will be won
forecast-from = From
forecast-horizon = Within
forecast-existing = Open deals
forecast-new = Deals still to come
forecast-total = Both together
forecast-last-quarter = The last quarter repeated
forecast-p10 = At least (9 in 10)
    .note = In nine of ten draws more than this is won (P10).
forecast-p50 = Middle
    .note = Half of the draws lie above, half below (P50).
forecast-p90 = At most (9 in 10)
    .note = In nine of ten draws less than this is won (P90).
forecast-mean = On average
forecast-wins = Wins expected
    .note = How many of the open deals are won within the time, on average.
forecast-left-out = { $count ->
    [one] { $count } open deal is left out: its way is not wholly dated.
   *[other] { $count } open deals are left out: their ways are not wholly dated.
}
backtest-title = How such forecasts did before
backtest-none = There is no earlier moment from which such a forecast could have been made, so nothing tells how good it is.
backtest-sentence = { $weeks } weeks: made again at { $count ->
    [one] { $count } earlier moment
   *[other] { $count } earlier moments
}, the range held the result in { $share }; 80% is what it promises.
backtest-untested = { $weeks } weeks: untested – separate periods: { $independent }, and 8 are needed. Made again at { $count ->
    [one] { $count } earlier moment
   *[other] { $count } earlier moments
}, the range held the result in { $share }.
backtest-origins = Earlier moments
backtest-independent = Separate periods
    .note = Earlier moments whose periods do not overlap. Below eight nothing is proved.
backtest-coverage = Held the result
    .note = Share of the results that lay between the two ends. 80% is what they promise.
backtest-interval = 95% interval
    .note = The same of separate periods alone (Wilson).
backtest-mean = Result on average
backtest-pinball = Loss
    .note = Pinball loss of the range and its middle, over the average result. The smaller, the better.
backtest-pinball-quarter = Loss, last quarter
    .note = The same for the last quarter repeated. Where it is smaller, that is the figure to trust.
backtest-error = Error
    .note = How far the middle was off on average, over the average result.
backtest-error-quarter = Error, last quarter
backtest-bias = Bias
    .note = Above zero the forecast promised too much on average, below too little.
weeks-title = Week by week, on average
weeks-week = Week from
weeks-existing = Open deals
weeks-new = Deals still to come
weeks-total = Together
weeks-so-far = Up to here
weeks-p10 = So far at least (9 in 10)
weeks-p50 = So far, middle
weeks-p90 = So far at most (9 in 10)
velocity-title = Win rate and sales velocity
velocity-unknown = Win rate and sales velocity cannot be said: { $why }.
velocity-no-a-day = There is no sales velocity: { $why }.
velocity-window = Over
velocity-days = { $days } days
velocity-won = Won
velocity-lost = Lost
velocity-open = Open now
velocity-win-rate = Win rate
    .note = Won of won and lost in the window. Open deals are in neither, so it does not foretell them.
velocity-interval = 95% interval
velocity-win-rate-by-value = Win rate by value
    .note = The same with each deal counted by its value.
velocity-mean-win = Mean win
velocity-median-win = Median win
velocity-cycle = Sales cycle, days
velocity-a-day = Velocity a day
    .note = Open deals times win rate times mean win, over the days of the sales cycle.
velocity-sold-a-day = Sold a day
    .note = What was really won in the window, a day. Hold the velocity against it.
outlook-title = Open deals: { $count }
outlook-note = The most money to expect on top: value times the chance ever to be won.
outlook-chance = Won in { $weeks } weeks
    .note = Chance to be won within so many weeks, from deals that once waited at this stage as long.
outlook-ever = Ever won
    .note = Chance to be won at all.
outlook-half = Half within, days
    .note = Of such deals that are won at all, half are won within so many days from now.
outlook-between = Mostly within, days
    .note = The middle half of such wins comes between these days.
forecast-chance = Chance
    .note = From deals that once waited at the same stage for at least as long. It is a rate of many, not a promise about this one.

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
deals-campaign-cost = Campaign cost
deals-cost-currency = Currency of cost
deals-stage = Stage
deals-state = State
deals-value = Value
deals-currency = Currency
deals-value-written = Value as written
deals-currency-written = Currency as written
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
about-rates = Exchange rates
about-horizons = Horizons, days
about-version = Program
about-missing-title = Sheets that are missing, and why
about-files-title = Files
about-file = { $format }, { $bytes } B, SHA-256 { $sha }
about-sheets-title = Sheets in the files
about-sheet = File and sheet
about-layout = How it was read
about-more = What else is known
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
about-measures-title = What each measure means
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

## Target and dates

lead-plans = What was planned and what is there: the open deals against the target, and how far expected closes were put off.
coverage-title = Target
coverage-unknown = The open deals are held against no target: { $why }.
coverage-target = { $target } from { $from } to { $to }; { $won } are won so far.
coverage-covers = The open deals would cover what is left { $times } times.
coverage-met = The target is met.
coverage-needs = At the present win rate { $times } times would be needed.
coverage-span = Target for
coverage-month = the month
coverage-quarter = the quarter
coverage-year = the year
coverage-amount = Target
coverage-won = Won so far
coverage-left = Left to win
coverage-open = Open deals
coverage-times = Coverage, times
    .note = The value of the open deals divided by what is left to win.
coverage-needed = Needed, times
    .note = One divided by the win rate by value: so much has to be open for the target to be met at that rate.
coverage-due = Expected in time
    .note = The value of the open deals that are expected to close before the time is over.
coverage-undated = { $count ->
    [one] { $count } won deal has no date and may belong here.
   *[other] { $count } won deals have no date and may belong here.
}
coverage-due-unknown = What is expected to close in time cannot be said: { $why }.
slippage-title = Expected closes that were put off
slippage-unknown = How far expected closes were put off cannot be said: { $why }.
slippage-sentence = { $count ->
    [one] { $pushed } of { $count } undecided deal with an earlier date was put off
   *[other] { $pushed } of { $count } undecided deals with an earlier date were put off
}
slippage-of = Deals
slippage-undecided = undecided
slippage-won = won
slippage-plans = With an earlier date
slippage-pushed = Put off
    .note = Undecided: the present date is later than the first. Won: won after the first date.
slippage-pulled = Brought forward
slippage-pushes = Times put off
slippage-median = Middle, days
    .note = From the first date to the present one; for won deals to the day of the win.
slippage-one-plan = { $count ->
    [one] { $count } more undecided deal has one date alone: whether it was put off is not known.
   *[other] { $count } more undecided deals have one date alone: whether they were put off is not known.
}
slippage-list = Deal by deal: { $count }
slippage-first = First date
slippage-last = Present date
slippage-days = Put off by, days
