CREATE TABLE `account_deletions` (
	`account_id` integer PRIMARY KEY NOT NULL,
	`asked_at` text NOT NULL,
	`due_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_deletions_due` ON `account_deletions` (`due_at`);--> statement-breakpoint
CREATE TABLE `organisation_deletions` (
	`organisation_id` integer PRIMARY KEY NOT NULL,
	`asked_by` integer,
	`asked_at` text NOT NULL,
	`due_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asked_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `organisation_deletions_due` ON `organisation_deletions` (`due_at`);--> statement-breakpoint
CREATE TABLE `retired_slugs` (
	`hash` text PRIMARY KEY NOT NULL,
	`retired_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mail_refusals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer,
	`address_hash` text,
	`kind` text NOT NULL,
	`since` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "mail_refusals_whose" CHECK(("mail_refusals"."account_id" is null) <> ("mail_refusals"."address_hash" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_refusals_account` ON `mail_refusals` (`account_id`,`kind`);--> statement-breakpoint
CREATE UNIQUE INDEX `mail_refusals_address` ON `mail_refusals` (`address_hash`,`kind`);--> statement-breakpoint
CREATE TABLE `search_counts` (
	`organisation_id` integer NOT NULL,
	`month` text NOT NULL,
	`word_hash` text NOT NULL,
	`word` text,
	`count` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `month`, `word_hash`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `search_counts_month` ON `search_counts` (`month`);--> statement-breakpoint
ALTER TABLE `events` ADD `organisation_id` integer;--> statement-breakpoint
CREATE INDEX `events_organisation` ON `events` (`organisation_id`,`id`);--> statement-breakpoint
DROP TRIGGER `events_never_change`;
--> statement-breakpoint
UPDATE `events` SET `organisation_id` = CASE `noun`
  WHEN 'organisation' THEN `noun_id`
  WHEN 'slot' THEN (SELECT `organisation_id` FROM `slots` WHERE `id` = `noun_id`)
  WHEN 'slot-draft' THEN (SELECT `organisation_id` FROM `slot_drafts` WHERE `id` = `noun_id`)
  WHEN 'commitment' THEN (SELECT `organisation_id` FROM `commitments` WHERE `id` = `noun_id`)
  WHEN 'enquiry' THEN (SELECT `organisation_id` FROM `enquiries` WHERE `id` = `noun_id`)
  WHEN 'membership' THEN (SELECT `organisation_id` FROM `memberships` WHERE `id` = `noun_id`)
END;
--> statement-breakpoint
CREATE TRIGGER `events_never_change` BEFORE UPDATE ON `events` BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
