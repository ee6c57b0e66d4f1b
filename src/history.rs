//! Tables in, book out: pipeline and stage histories are put together from what the rows say.
