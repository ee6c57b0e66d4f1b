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
chart-stalled-axis = days in the stage
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
