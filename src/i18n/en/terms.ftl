### Names: fields, layouts, rules, states. Short, to stand in a header, a cell or a sentence.

## Counts

count-deals = { $count ->
    [one] { $count } deal
   *[other] { $count } deals
}
count-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
nobody = (no owner)
no-source = (no source)
no-campaign = (no campaign)

## Where a deal stands

state-open = open
state-deferred = deferred
state-won = won
state-lost = lost
state-vanished = gone from the sheet

## Promises

verdict-met = kept
verdict-missed = broken
verdict-cannot-tell = cannot tell
verdict-pending = running
verdict-excluded = does not count

## Age in the stage

age-stalled = stalled
age-scheduled = over the limit, next step agreed
age-deferred = deferred
age-ok = within the limit
age-cannot-tell = no date of entering the stage

flag-overdue-next-step = next step overdue
flag-no-next-step = no next step
flag-close-date-passed = expected close has passed
flag-close-date-moved = expected close put off again and again
flag-no-activity = no contact for more than 14 days

stage-vanished = Gone from the sheet

limit-history = from history: 9 in 10 that moved on did so by then
limit-default = default: too little history
limit-fixed = fixed by the template

## Rules and what to do

rule-no-contact = Inquiry without contact
    .advice = call
rule-no-follow-up = Offer without follow-up
    .advice = ask about the offer
rule-stalled = Deal stalled
    .advice = revive or close
rule-deferred-due = Deferred deal is due
    .advice = get back to the customer
rule-overdue-next-step = Next step overdue
    .advice = do the agreed step
rule-no-next-step = No next step
    .advice = agree a next step
rule-close-date-passed = Expected close has passed
    .advice = correct the date or close

## What cannot be measured

unmeasured-first-contact-no-stage = the pipeline has no stage of first contact
unmeasured-first-contact-no-start-dates = no sheet has dates of inquiries
unmeasured-first-contact-no-stop-dates = no sheet has dates of first contact
unmeasured-first-contact-between-copies = the copies tell only between which two of them an inquiry came or was contacted
unmeasured-first-contact-no-deals = no deal began with an inquiry
unmeasured-follow-up-no-stage = the pipeline has no stage of offer or of follow-up
unmeasured-follow-up-no-start-dates = no sheet has dates of offers
unmeasured-follow-up-no-stop-dates = no sheet has dates of follow-ups
unmeasured-follow-up-between-copies = the copies tell only between which two of them an offer was sent or followed up
unmeasured-follow-up-no-deals = no deal came as far as an offer

reason-no-stage = the pipeline has no such stage
reason-no-start-dates = no sheet has a date for the start
reason-no-stop-dates = no sheet has a date for the end
reason-between-copies = the copies of the sheet tell only between which two of them it happened
reason-no-deals = no deal came so far
reason-too-few-dates = more than one in twenty of the deals has no date, and those without are no random sample
reason-no-dates = it happened, and no cell tells when
reason-no-target = nobody set a target
reason-no-plans = no sheet has an expected close, or an earlier one to hold it against
reason-under-two-gaps = usually less than twice the time between two copies of the sheet, which cannot tell it more exactly
reason-under-four-gaps = usually two to four times the time between two copies of the sheet, which cannot tell it more exactly
reason-no-copies = there is no earlier copy of the sheet
reason-no-costs = no cell tells what it cost, or it cost nothing
reason-costs-unclear = amounts differ and yet repeat, so no cell tells whether they are parts or the whole
reason-no-wins = nothing was won yet
reason-several-currencies = the values are in several currencies, which are never added; a template can give rates
reason-too-few-values = more than one in twenty of the deals has no value
reason-losses-unplaced = no sheet tells at which stage some deals were lost
reason-too-young = no deal is old enough yet
reason-no-names = no deal has a name in that column

## Layout of a sheet

layout-current-stage = one row a deal, with its current stage
layout-stage-dates = one row a deal, one date column per stage
layout-stage-marks = one row a deal, one column of marks per stage
layout-change-log = change log: one row a stage entry
layout-board = board: one column per stage, deals in the cells
layout-particulars = one row a deal, its stage in another table
layout-activities = activities: one row a call, meeting or mail

left-out-empty = the sheet is empty
left-out-no-header = no header row
left-out-no-stages = neither stages nor dates of stages
left-out-one-date = one date of each deal and no stages: how the deals went on stands in no column; a table with their stages, or with their other dates, is missing
left-out-no-deals = stages, but nothing that tells deals apart
left-out-repeats = repeats the deals of another sheet
left-out-unrelated = numbers of deals without stages, and no other table has the same numbers
left-out-by-template = left out by the template
left-out-price-list = a price list, not deals
left-out-payroll = people and pay, not deals
left-out-sales-ledger = lines of sales already made, not deals
left-out-pivot = a pivot table or sums, not single deals
left-out-word-list = a list of words, not deals
left-out-dashboard = key figures without rows
left-out-contacts = people or firms without deals
left-out-campaigns = campaigns and their costs, not deals
left-out-statistics = figures by area or period, not deals

because-template = the template says so
because-current-stage = a row is a deal, and “{ $header }” says where it stands
because-stage-dates = a row is a deal, and { $count ->
    [one] one column dates its stages
   *[other] { $count } columns date its stages
}
because-stage-marks = a row is a deal, and { $count ->
    [one] one column marks its stages
   *[other] { $count } columns mark its stages
}
because-change-log = the same deals come again, each time with another stage at another moment
because-particulars = numbers and facts of deals, but no states
because-activities = what was done for deals, and when
because-board = { $count ->
    [one] its headers are stages, and a cell below them is a deal
   *[other] its headers are stages, and { $count } cells below them are deals
}
because-sections-stage = { $count ->
    [one] a title between the rows names their stage
   *[other] { $count } titles between the rows name their stages
}
because-sections-owner = { $count ->
    [one] a title between the rows names who sells
   *[other] { $count } titles between the rows name who sells
}
because-sections-month = { $count ->
    [one] a title between the rows gives the year to dates without one
   *[other] { $count } titles between the rows give the year to dates without one
}
because-name-stage = “{ $name }” is the stage of all rows here
because-name-owner = “{ $name }” is who sells
because-name-period = “{ $name }” is the period of the rows
because-name-copy = “{ $name }” is a copy of the sheet: { $share }% of the deals, or more, come again from one copy to the next
because-name-no-copy = “{ $name }” is no copy of the sheet: { $share }% of the deals come again on the next one
because-copy-by-present = the sheet as it stands on { $name }; earlier copies are in the memory, and { $share }% of the deals, or more, come again from one to the next
because-copy-by-memory = the sheet as it was kept on { $name }: { $share }% of the deals, or more, come again from one copy to the next
because-copy-by-user = the sheet as it stood on { $name }, as --copy-date says: { $share }% of the deals, or more, come again from one copy to the next
because-copy-by-cell = the sheet as it stood on { $name }, as a cell above the table says: { $share }% of the deals, or more, come again from one copy to the next
because-copy-by-properties = the sheet as it was last saved, on { $name }: { $share }% of the deals, or more, come again from one copy to the next
dated-by-cell = a cell above the table says so
dated-by-properties = the file was last saved on that day
fact-inquiry = day of the inquiry
fact-source = source
because-related = the rows speak of deals in another table, found by “{ $header }”

outside-above = above the table
outside-left = left of the table
outside-right = right of the table
outside-below = below the table

skip-total = total
skip-repeated-header = header repeated
skip-section = section title
skip-no-deal = describes no deal
skip-unreadable-entry = no readable stage or date
skip-after-as-of = later than the report's date
skip-no-such-deal = about a deal that cannot be found
skip-other-pipeline = in another pipeline
skip-repeated = stands in a fuller table once more

## Columns

field-id = number
field-name = deal name
field-company = company
field-contact = contact person
field-phone = phone
field-email = e-mail
field-stage = stage
field-outcome = outcome
field-value = value
field-currency = currency
field-owner = owner
field-source = source
field-campaign = campaign
field-campaign-cost = campaign cost
field-inquiry = date of inquiry
field-inquiry-time = time of inquiry
field-date = date of stage “{ $stage }”
field-time = time of stage “{ $stage }”
field-entered = date of entering the stage
field-left = date of leaving the stage
field-close-date = close date
field-closed-on = actual close date
field-won-on = date won
field-lost-on = date lost
field-original-close = first expected close
field-expected-close = expected close
field-lost-stage = stage when lost
field-lost-reason = reason lost
field-next-step = next step
field-next-step-on = next step date
field-last-activity = last contact
field-probability = probability
field-pipeline = pipeline
field-activity = kind of activity
field-notes = notes

column-reason-template = tied by the template
column-reason-header = known header
column-reason-similar-header = like a known header
column-reason-cells = by its cells
column-reason-cells-contradict = header fits, cells do not
column-reason-better-column = another column fits better
column-reason-nothing = nothing tells its meaning

## Completeness

item-inquiry-date = date of inquiry
item-contact-date = date of first contact
item-offer-date = date of the offer
item-follow-up-date = date of follow-up
item-closed-date = date of closing
item-stage-since = date of entering the present stage
item-value = value
item-owner = owner
item-source = source
item-lost-reason = reason lost
item-next-step = next step

## Severity of a message

severity-error = error
severity-warning = warning
severity-note = note

## What is wrong in a template

template-cause-key-twice = two stages have this key
template-cause-word-twice = this word leads to two stages
template-cause-no-name = a new stage needs a name: name = { "{" } pl = "…", en = "…" { "}" }
template-cause-no-open = there is no stage in which a deal is open
template-cause-no-won = there is no stage of winning (kind = "won")
template-cause-kind = a stage with this key must have kind = "lost" or "deferred", like its name
template-cause-no-such-stage = there is no stage with this key
template-cause-promise-backwards = the stage that keeps the promise does not follow the one that starts it
template-cause-working-hours = working hours (“wh”) are not counted yet; give elapsed hours, for example "24h"
template-cause-target = write "500000/quarter", or /month or /year
template-cause-span = give a span of time as "36h", "14d" or "3w"
template-cause-working-time = give days and full hours, for example "Mon-Fri 09:00-17:00"
template-cause-day = give a day alone, without quotes: 2026-05-02
template-cause-currency = give a three-letter code of a currency, for example "PLN"
template-cause-rate = a rate is a number above 0: what one unit of the other currency is worth
template-cause-rate-of-itself = this is the currency that the rates lead to; it needs no rate
template-cause-rates-without-currency = rates need the currency that they lead to: currency = "PLN"
template-cause-header-twice = this header is named twice
template-cause-spelling-twice = this spelling stands for two names
template-cause-no-headers = a set needs at least one header
template-cause-no-sheet = say which sheet is meant: file = "…", name = "…", or both
template-cause-sheet-twice = this sheet has two parts
template-cause-row = rows are counted from 1
template-cause-extends-itself = the file extends itself, or a file that extends it

## Why the sheets do not support a measure

unmeasured-no-deals = there are no such deals
unmeasured-too-few-dates = too many deals have no dates
unmeasured-no-wins = nothing was won yet
unmeasured-several-currencies = the values are in several currencies
unmeasured-too-few-values = too many deals have no value
unmeasured-losses-unplaced = the sheets do not tell where deals were lost
unmeasured-too-young = no deal is old enough
unmeasured-no-names = the column is empty
unmeasured-no-stage = the pipeline has no such stage
unmeasured-no-start-dates = no sheet has the dates of its beginning
unmeasured-no-stop-dates = no sheet has the dates of its end
unmeasured-between-copies = the copies of the sheet tell only between which two of them it happened
