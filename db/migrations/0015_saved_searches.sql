CREATE TABLE `saved_search_hits` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`saved_search_id` integer NOT NULL,
	`slot_id` integer,
	`organisation_id` integer,
	`alerted_on` text,
	FOREIGN KEY (`saved_search_id`) REFERENCES `saved_searches`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`slot_id`) REFERENCES `slots`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "saved_search_hits_what" CHECK(("saved_search_hits"."slot_id" is null) <> ("saved_search_hits"."organisation_id" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_search_hits_slot` ON `saved_search_hits` (`saved_search_id`,`slot_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `saved_search_hits_organisation_hit` ON `saved_search_hits` (`saved_search_id`,`organisation_id`);--> statement-breakpoint
CREATE INDEX `saved_search_hits_slots` ON `saved_search_hits` (`slot_id`);--> statement-breakpoint
CREATE INDEX `saved_search_hits_organisations` ON `saved_search_hits` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `saved_search_mails` (
	`account_id` integer PRIMARY KEY NOT NULL,
	`sent_on` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `saved_searches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`frequency` text NOT NULL,
	`checked_on` text NOT NULL,
	`feed_hash` text,
	`saved_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_searches_feedHash_unique` ON `saved_searches` (`feed_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `saved_searches_query` ON `saved_searches` (`account_id`,`kind`,`query`);--> statement-breakpoint
CREATE INDEX `saved_searches_frequency` ON `saved_searches` (`frequency`);