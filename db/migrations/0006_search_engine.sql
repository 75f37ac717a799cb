CREATE TABLE `search_columns` (
	`kind` text NOT NULL,
	`entity_id` integer NOT NULL,
	`sort_key` text NOT NULL,
	`facets` text NOT NULL,
	`lat` real,
	`lng` real,
	`hours` real,
	`weight` integer NOT NULL,
	`newest` integer NOT NULL,
	PRIMARY KEY(`kind`, `entity_id`)
);
--> statement-breakpoint
CREATE INDEX `search_columns_order` ON `search_columns` (`kind`,`sort_key`,`entity_id`);--> statement-breakpoint
CREATE TABLE `search_synonyms` (
	`id` integer PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	`active` integer DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_words` (
	`id` integer PRIMARY KEY NOT NULL,
	`word` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_words_word_unique` ON `search_words` (`word`);
--> statement-breakpoint
DROP TABLE `search_texts`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_organisation_tokens` USING fts5(tokens, content='', contentless_delete=1, detail=none, prefix='2 3', tokenize='ascii tokenchars ''~.+=''');
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_slot_tokens` USING fts5(tokens, content='', contentless_delete=1, detail=none, prefix='2 3', tokenize='ascii tokenchars ''~.+=''');
--> statement-breakpoint
CREATE TRIGGER `search_synonyms_added` AFTER INSERT ON `search_synonyms` BEGIN INSERT INTO settings (key, value) VALUES ('search.synonyms', '1') ON CONFLICT (key) DO UPDATE SET value = value + 1; END;
--> statement-breakpoint
CREATE TRIGGER `search_synonyms_changed` AFTER UPDATE ON `search_synonyms` BEGIN INSERT INTO settings (key, value) VALUES ('search.synonyms', '1') ON CONFLICT (key) DO UPDATE SET value = value + 1; END;
--> statement-breakpoint
CREATE TRIGGER `search_synonyms_gone` AFTER DELETE ON `search_synonyms` BEGIN INSERT INTO settings (key, value) VALUES ('search.synonyms', '1') ON CONFLICT (key) DO UPDATE SET value = value + 1; END;
