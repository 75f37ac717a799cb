CREATE TABLE `commitment_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`commitment_id` integer NOT NULL,
	`on` text NOT NULL,
	`kind` text NOT NULL,
	`statement_before` text NOT NULL,
	`measure_before` text NOT NULL,
	`review_on_before` text NOT NULL,
	`review_on` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `commitment_changes_commitment` ON `commitment_changes` (`commitment_id`);--> statement-breakpoint
CREATE TABLE `organisation_support` (
	`organisation_id` integer NOT NULL,
	`support_fact_id` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `support_fact_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`support_fact_id`) REFERENCES `support_facts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `pictures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`whole_key` text NOT NULL,
	`alt` text NOT NULL,
	`crop` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pictures_key_unique` ON `pictures` (`key`);--> statement-breakpoint
CREATE INDEX `pictures_organisation` ON `pictures` (`organisation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `pictures_one_logo` ON `pictures` (`organisation_id`) WHERE "pictures"."kind" = 'logo';--> statement-breakpoint
CREATE TABLE `reminders` (
	`kind` text NOT NULL,
	`noun_id` integer NOT NULL,
	`due_on` text NOT NULL,
	`days_before` integer NOT NULL,
	`queued_at` text NOT NULL,
	PRIMARY KEY(`kind`, `noun_id`, `due_on`, `days_before`)
);
--> statement-breakpoint
CREATE TABLE `scheme_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`schemes` text NOT NULL,
	`parameters` text NOT NULL,
	`words` text NOT NULL,
	`legal_basis` text NOT NULL,
	`source_url` text NOT NULL,
	`sure` text NOT NULL,
	`valid_from` text,
	`valid_to` text,
	`last_checked_on` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `slot_drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`data` text NOT NULL,
	`duplicate_of` integer,
	`template_id` text,
	`edition` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`duplicate_of`) REFERENCES `slots`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`template_id`) REFERENCES `slot_templates`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `slot_drafts_organisation` ON `slot_drafts` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `slot_keys` (
	`hash` text PRIMARY KEY NOT NULL,
	`slot_id` integer NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`slot_id`) REFERENCES `slots`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `slot_keys_slot` ON `slot_keys` (`slot_id`);--> statement-breakpoint
CREATE TABLE `slot_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`scheme_id` text NOT NULL,
	`name_da` text NOT NULL,
	`name_en` text NOT NULL,
	`data` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`scheme_id`) REFERENCES `schemes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `commitments` ADD `edition` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `languages` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `willing_since` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `willing_hours_min` real;--> statement-breakpoint
ALTER TABLE `organisations` ADD `willing_hours_max` real;--> statement-breakpoint
ALTER TABLE `organisations` ADD `edition` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `schemes` ADD `apply_url` text;--> statement-breakpoint
ALTER TABLE `slots` ADD `paused_at` text;--> statement-breakpoint
ALTER TABLE `slots` ADD `closed_at` text;--> statement-breakpoint
ALTER TABLE `slots` ADD `closed_because` text;--> statement-breakpoint
ALTER TABLE `slots` ADD `renewed_at` text;--> statement-breakpoint
ALTER TABLE `slots` ADD `duplicate_of` integer REFERENCES slots(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `slots` ADD `answers` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `slots` ADD `edition` integer DEFAULT 1 NOT NULL;