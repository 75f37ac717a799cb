CREATE INDEX `organisations_demo` ON `organisations` (`id`) WHERE "organisations"."demo" = 1;--> statement-breakpoint
-- Short beginnings are tokens of their own (src/search/embedded/tokens.ts) instead of two more indexes of all words. The
-- tables are empty until the next start writes the search index anew.
DROP TABLE `search_organisation_tokens`;
--> statement-breakpoint
DROP TABLE `search_slot_tokens`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_organisation_tokens` USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii tokenchars ''~.+=^''');
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_slot_tokens` USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii tokenchars ''~.+=^''');
