### Summary on the terminal.

terminal-title = Sales funnel as of { $as_of }
terminal-totals = { $count ->
    [one] { $count } deal
   *[other] { $count } deals
}: open { $open }, won { $won }, lost { $lost }, deferred { $deferred }
terminal-skipped = { $count ->
    [one] { $count } row
   *[other] { $count } rows
} skipped – the sheet “Data quality” says why
terminal-onward = { $share } went on
terminal-first-contact = First contact within { $limit } h: { $share } of { $count } inquiries; overdue without contact: { $waiting }
terminal-first-contact-young = First contact within { $limit } h: no inquiry is old enough yet
terminal-first-contact-unknown = First contact: cannot be measured – { $reason }
terminal-follow-up = Follow-up within { $limit } h: { $share } of { $count } offers; overdue without follow-up: { $waiting }
terminal-follow-up-young = Follow-up within { $limit } h: no offer is old enough yet
terminal-follow-up-unknown = Follow-up: cannot be measured – { $reason }
terminal-stalled = { $count ->
    [0] No deal is over the limit of its stage
    [one] { $count } deal stalled, worth { $value }
   *[other] { $count } deals stalled, worth { $value }
}
terminal-findings = { $count ->
    [0] To do: nothing urgent
   *[other] To do: { $count }
}
terminal-more = {" "}and { $count ->
    [one] { $count } more like it
   *[other] { $count } more like it
}
terminal-quality = All remarks with their places: sheet “Data quality”
terminal-written = Written to { $folder }: { $files }

template-universal = six stages from inquiry to close; the default
template-extended = also meeting, negotiation, deferred decisions and after-sales
template-b2b = selling to firms: qualification, meeting, offer, negotiation, contract
template-b2c = selling to consumers: a short way, short limits
