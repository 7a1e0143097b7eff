# Ten minutes with a customer: the slot of the digest, private offers, forms, the debrief.

offer-title = Ten minutes with a customer
offer-read = Read one whole conversation on { $theme }, redacted.
offer-call = A customer agreed to be called back about { $theme }.
offer-listen = An agent opened a slot to listen in, about { $theme }. The customer is told.
offer-take = I take it
offer-open = Read it
