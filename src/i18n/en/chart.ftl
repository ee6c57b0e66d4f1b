### Pictures: titles that state a finding, the line under them, heads, remarks.

## All pictures

chart-as-of = as of { $moment }
chart-source = source: { $file }
chart-sources = source: { $file } and { $count ->
    [one] { $count } more file
   *[other] { $count } more files
}
chart-hours = { $hours } h
chart-of = { $part } of { $whole }
chart-currencies = { $count } currencies
chart-stage = Stage
chart-value = Value
chart-open = Open
chart-undated = No date
chart-stalled-now = Stalled

## Funnel

chart-funnel-lost = Most deals are lost at “{ $stage }”: { $lost } of { $of }
chart-funnel-lost-at-least = Most deals are lost at “{ $stage }”: at least { $lost } of { $of }
chart-funnel-unplaced = { $won } of { $deals } { $deals ->
    [one] deal
   *[other] deals
} won; the sheet does not tell where { $unplaced } { $unplaced ->
    [one] was
   *[other] were
} lost
chart-funnel-so-far = Deals won so far: { $won }; lost: { $lost }; undecided: { $undecided }
chart-open-value = open { $value }
chart-won-value = won { $value }
chart-funnel-reached = Deals that came this far
chart-funnel-lost-here = Lost here
chart-funnel-orange = stalled now: longer in the stage than its limit, no next step agreed
chart-funnel-rule = Percentages: how many went on. A range runs from those that already did to all that still may. Deals that began higher up do not count below.
chart-funnel-overall = From the first stage to won: { $share }.
chart-funnel-at-least = For { $unplaced } lost { $unplaced ->
    [one] deal
   *[other] deals
} the sheet does not tell the stage: later stages may have seen more deals than shown, and losses are “at least” (≥) or unknown (?).

## First contact

chart-contact-few = First contact within { $limit }: { $share }
chart-contact-only = Only { $share } of inquiries get a first contact within { $limit }
chart-contact-share = { $share } of inquiries get a first contact within { $limit }
chart-contact-open = The sheets leave it open: { $share } of inquiries get a first contact within { $limit }
chart-contact-none = No inquiry gets a first contact within { $limit }
chart-contact-counted = { $count ->
    [one] { $count } inquiry older than { $limit }
   *[other] { $count } inquiries older than { $limit }
}
chart-contact-elapsed = Elapsed hours, with nights and weekends.
chart-contact-workdays = Without Saturdays, Sundays and holidays: { $share } within { $limit }.
chart-contact-left-out = Not in the picture: { $what }.
chart-contact-young = { $count } younger than { $limit }
chart-contact-dropped = { $count } lost or gone before { $limit }
chart-contact-no-start = { $count } without a date of inquiry
chart-contact-axis = time from inquiry to first contact
chart-contact-within = within { $limit }: { $count } ({ $share })
chart-contact-beyond = not within { $limit }: { $count } ({ $share })
chart-contact-cannot-tell = cannot tell: { $count } ({ $share })
chart-bin-hours = { $range } h
chart-bin-days = { $range } days
chart-bin-same-day = same day
chart-bin-next-day = next day
chart-bin-no-hour = time of day missing
chart-bin-undated = contacted, no date
chart-bin-lost-untold = lost, contact unknown
chart-bin-lost = lost without contact
chart-bin-waiting = still waiting

## Stalled

chart-stalled-count = { $count ->
    [one] { $count } deal stands still
   *[other] { $count } deals stand still
}
chart-stalled-stake = { $value } at stake
chart-stalled-most = most at “{ $stage }”
chart-stalled-none = No open deal stands longer than its stage allows
chart-stalled-open = { $count } open
chart-stalled-deferred = { $count } deferred
chart-stalled-limit = Limit, days
chart-stalled-value = Their value
chart-days = days in the stage
chart-stalled-dots = { $count ->
    [one] one dot is one deal
   *[other] one dot is up to { $count } deals
}
chart-dot-stalled = over the limit, nothing agreed
chart-dot-scheduled = over the limit, next step agreed
chart-dot-within = within the limit
chart-dot-deferred = deferred
chart-dot-limit = limit
chart-stalled-rule = Limit: within it 9 in 10 of the deals that went on had done so, or as the template fixes it. Deferred deals stand still once their date has passed.
chart-stalled-rule-assumed = Limit: within it 9 in 10 of the deals that went on had done so; * assumed, too little history. Deferred deals stand still once their date has passed.

## Time in stage

chart-stay-most = Deals stay longest at “{ $stage }”: { $mean } or more on average
chart-stay-one = Deals stay at “{ $stage }” for { $mean } or more on average
chart-stay-tail = one in ten { $days } or more
chart-stay-tail-beyond = one in ten more than { $days }
chart-stay-not-half = Not half of the deals have left “{ $stage }” yet; the longest stay is { $days }
chart-stay-short = Half of the stays in every stage end on the day they begin
chart-stay-few = { $count ->
    [one] One stay with dates is too few to say how long deals stay
   *[other] { $count } stays with dates are too few to say how long deals stay
}
chart-stay-counted = { $count ->
    [one] { $count } stay with dates
   *[other] { $count } stays with dates
}
chart-stay-lasting = { $count ->
    [one] { $count } still lasts
   *[other] { $count } still last
}
chart-stay-undated = { $count } without dates not counted
chart-stay-stays = Stays
chart-stay-half = Half
chart-stay-three = 3 in 4
chart-stay-nine = 9 in 10
chart-stay-now = Still here
chart-stay-half-gone = half have left
chart-stay-three-gone = 3 in 4
chart-stay-nine-gone = 9 in 10
chart-stay-running = a deal that is still here
chart-stay-late = here longer than 9 in 10 stay
chart-stay-rule = Half, 9 in 10: so many days until that part of the stays ended, by going on, by a loss or otherwise. > : not reached; the longest stay seen. Stays that last count for as long as they have lasted. ? : too few dates.

## Sources

chart-source-sells = “{ $source }” brings { $deals } of the inquiries and { $sales } of the won value
chart-source-idle = “{ $source }” brings { $deals } of the inquiries but { $sales } of the won value
chart-source-above = “{ $source }” sells above average: { $own } of its inquiries are won, { $all } of all
chart-source-below = “{ $source }” sells below average: { $own } of its inquiries are won, { $all } of all
chart-source-even = No source of inquiries clearly sells better than the others
chart-source-unsold = { $deals ->
    [one] { $deals } inquiry
   *[other] { $deals } inquiries
} from { $sources } sources, nothing sold yet
chart-source-won = { $count } won
chart-source-name = Source
chart-source-deals = Share of inquiries
chart-source-value = Share of won value
chart-source-wins = Share of won deals
chart-source-rate = Won within { $days } days
chart-source-others = { $count ->
    [one] { $count } other source
   *[other] { $count } other sources
}
chart-source-team = all { $share }
chart-source-few = too few
chart-source-rule = Won within { $days } days of the inquiry, of inquiries at least that old: dot and line are the pooled rate and its 80% interval, which lean towards the rate of all where inquiries are few. Orange: surely below it; full blue: surely above; open: within chance.
chart-source-no-rate = How often each source wins cannot be compared: { $why }.

## Sellers

chart-sellers-spread = First contact in time: “{ $best }” { $best_share }, “{ $worst }” { $worst_share }
chart-sellers-all = First contact within { $limit } of working days: { $share } in time
chart-sellers-counted = { $count ->
    [one] { $count } inquiry older than { $limit }
   *[other] { $count } inquiries older than { $limit }
} in { $weeks ->
    [one] the last week
   *[other] the last { $weeks } weeks
}
chart-sellers-name = Seller
chart-sellers-sum = In time, of
chart-sellers-weeks = Inquiries of the week from
chart-sellers-others = { $count ->
    [one] { $count } other
   *[other] { $count } others
}
chart-sellers-kept = all in time
chart-sellers-half = half
chart-sellers-none = none
chart-sellers-few = fewer than 3, or the dates do not tell
chart-sellers-rule = 4/5: four of five first contacts within { $limit } on working days; 3–4/5: the dates leave one of them open. Saturdays, Sundays and holidays do not count, so that nobody is the worse for inquiries on Fridays.

## Forecast

chart-forecast-likely = { $middle } likely to be won in { $weeks } weeks, in eight cases of ten { $low } to { $high }
chart-forecast-wide = Too uncertain to plan by: { $low } to { $high } may be won in { $weeks } weeks
chart-forecast-quarter = At the pace of the last 13 weeks { $middle } in { $weeks } weeks ({ $low } to { $high }); the forecast has been no better
chart-forecast-open = { $count ->
    [one] { $count } open deal
   *[other] { $count } open deals
} and those still to come
chart-forecast-fan = Won up to each of the next { $weeks } weeks
chart-forecast-said = Said and came: { $inside } of { $of } within the range
chart-forecast-key = bar: eight in ten and the middle, as said · dot: what came, orange when outside
chart-forecast-high = 1 in 10 is higher
chart-forecast-middle = the middle
chart-forecast-low = 1 in 10 is lower
chart-forecast-rule = From how past deals of the same stage and age went on; the past is taken to repeat itself.
chart-forecast-rough = A rough one: fewer than 30 won deals.
chart-forecast-last = If the last 13 weeks went on: { $mean } ({ $low } to { $high }).
chart-forecast-untried = There is no earlier moment at which it could have been made.
chart-forecast-untested = Untested: only { $count } of the earlier forecasts do not overlap.
chart-forecast-tested = Each earlier forecast is made from what was known then.

## Trend

chart-trend-new-more = More inquiries: { $recent } a week in the last four weeks, { $before } in the four before
chart-trend-new-fewer = Fewer inquiries: { $recent } a week in the last four weeks, { $before } in the four before
chart-trend-offers-more = More offers: { $recent } a week in the last four weeks, { $before } in the four before
chart-trend-offers-fewer = Fewer offers: { $recent } a week in the last four weeks, { $before } in the four before
chart-trend-won-more = More won: { $recent } a week in the last four weeks, { $before } in the four before
chart-trend-won-fewer = Fewer won: { $recent } a week in the last four weeks, { $before } in the four before
chart-trend-steady = Steady over eight weeks: lately { $new } inquiries and { $won } won a week
chart-trend-so-far = { $new ->
    [one] { $new } inquiry
   *[other] { $new } inquiries
} in { $weeks } weeks
chart-trend-untold = { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
} without dates of inquiries
chart-trend-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
chart-trend-new = Inquiries
chart-trend-offers = Offers
chart-trend-won = Won
chart-trend-open = Open at the end of the week
chart-trend-over = Longer in stage than its limit
chart-trend-kept = First contact in time
chart-trend-kept-within = First contact within { $limit }
chart-trend-rule = The figure at each name is that of the last whole week; the week that still runs is drawn open, dates are Mondays. Grey: cannot be told. Limits are today’s.
chart-trend-unshown = Cannot be shown: { $what }.
chart-trend-before-copies = The empty weeks on the left lie before the first copy of the sheet.
chart-trend-undated = Without dates and in no week: { $what }.
chart-trend-undated-new = { $count ->
    [one] { $count } inquiry
   *[other] { $count } inquiries
}
chart-trend-undated-offers = { $count ->
    [one] { $count } offer
   *[other] { $count } offers
}
chart-trend-undated-won = { $count } won
chart-trend-left-out = { $count ->
    [one] the way of { $count } deal
   *[other] the ways of { $count } deals
}
