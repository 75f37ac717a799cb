CREATE TABLE `commitment_goals` (
	`commitment_id` integer NOT NULL,
	`goal` integer NOT NULL,
	PRIMARY KEY(`commitment_id`, `goal`),
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`goal`) REFERENCES `goals`(`nr`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `commitments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`theme` text NOT NULL,
	`statement` text NOT NULL,
	`measure` text NOT NULL,
	`evidence_label` text,
	`evidence_url` text,
	`made_on` text NOT NULL,
	`review_on` text NOT NULL,
	`state` text DEFAULT 'active' NOT NULL,
	`settled_on` text,
	`reason` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`theme`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `commitments_organisation` ON `commitments` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `themes` (
	`id` text PRIMARY KEY NOT NULL,
	`label_da` text NOT NULL,
	`label_en` text NOT NULL,
	`hint_da` text NOT NULL,
	`hint_en` text NOT NULL,
	`icon` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`verb` text NOT NULL,
	`noun` text NOT NULL,
	`noun_id` integer NOT NULL,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `events_noun` ON `events` (`noun`,`noun_id`);--> statement-breakpoint
CREATE TABLE `goals` (
	`nr` integer PRIMARY KEY NOT NULL,
	`da` text NOT NULL,
	`en` text NOT NULL,
	`colour` text NOT NULL,
	`text_colour` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`network_id` integer NOT NULL,
	`since` text NOT NULL,
	`until` text,
	`verified_on` text,
	`verified_by` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_one_current` ON `memberships` (`organisation_id`,`network_id`) WHERE "memberships"."until" is null;--> statement-breakpoint
CREATE INDEX `memberships_network` ON `memberships` (`network_id`);--> statement-breakpoint
CREATE TABLE `networks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`description_da` text DEFAULT '' NOT NULL,
	`description_en` text DEFAULT '' NOT NULL,
	`website` text,
	`demo` integer DEFAULT false NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `networks_slug_unique` ON `networks` (`slug`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`name` text NOT NULL,
	`role` text,
	`email` text,
	`phone` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `contacts_organisation` ON `contacts` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `organisation_goals` (
	`organisation_id` integer NOT NULL,
	`goal` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `goal`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`goal`) REFERENCES `goals`(`nr`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `organisation_slugs` (
	`slug` text PRIMARY KEY NOT NULL,
	`organisation_id` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`cvr` text,
	`name` text NOT NULL,
	`sector` text NOT NULL,
	`branch` text,
	`description` text DEFAULT '' NOT NULL,
	`website` text,
	`email` text,
	`phone` text,
	`rsv_checked_on` text,
	`rsv_checked_by` text,
	`demo` integer DEFAULT false NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_slug_unique` ON `organisations` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_cvr_unique` ON `organisations` (`cvr`);--> statement-breakpoint
CREATE TABLE `workplaces` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`p_number` text,
	`main` integer DEFAULT true NOT NULL,
	`address` text,
	`postcode` text,
	`town` text,
	`municipality` text,
	`lat` real,
	`lng` real,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`postcode`) REFERENCES `postcodes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`municipality`) REFERENCES `municipalities`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workplaces_pNumber_unique` ON `workplaces` (`p_number`);--> statement-breakpoint
CREATE INDEX `workplaces_organisation` ON `workplaces` (`organisation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `workplaces_one_main` ON `workplaces` (`organisation_id`) WHERE "workplaces"."main" = 1;--> statement-breakpoint
CREATE TABLE `municipalities` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`region` text NOT NULL,
	`lat` real NOT NULL,
	`lng` real NOT NULL,
	`outline` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `postcode_municipalities` (
	`postcode` text NOT NULL,
	`municipality` text NOT NULL,
	PRIMARY KEY(`postcode`, `municipality`),
	FOREIGN KEY (`postcode`) REFERENCES `postcodes`(`code`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`municipality`) REFERENCES `municipalities`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `postcodes` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`lat` real NOT NULL,
	`lng` real NOT NULL,
	`municipality` text NOT NULL,
	FOREIGN KEY (`municipality`) REFERENCES `municipalities`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `towns` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`lat` real NOT NULL,
	`lng` real NOT NULL,
	`municipality` text NOT NULL,
	`population` integer,
	FOREIGN KEY (`municipality`) REFERENCES `municipalities`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `towns_name` ON `towns` (`name`);--> statement-breakpoint
CREATE TABLE `schemes` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name_da` text NOT NULL,
	`name_en` text NOT NULL,
	`other_names` text NOT NULL,
	`summary_da` text NOT NULL,
	`summary_en` text NOT NULL,
	`for_whom_da` text NOT NULL,
	`for_whom_en` text NOT NULL,
	`pay_da` text NOT NULL,
	`pay_en` text NOT NULL,
	`length_da` text NOT NULL,
	`length_en` text NOT NULL,
	`hosts` text NOT NULL,
	`hours_min_weekly` real,
	`hours_max_weekly` real,
	`length_max_weeks` integer,
	`conditions` text NOT NULL,
	`target_groups` text NOT NULL,
	`open_slot` integer NOT NULL,
	`legal_basis_da` text NOT NULL,
	`legal_basis_en` text NOT NULL,
	`more_url` text,
	`valid_from` text,
	`valid_to` text,
	`last_checked_on` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `support_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`label_da` text NOT NULL,
	`label_en` text NOT NULL,
	`hint_da` text NOT NULL,
	`hint_en` text NOT NULL,
	`icon` text NOT NULL,
	`legal_basis` text,
	`valid_from` text,
	`valid_to` text,
	`last_checked_on` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `target_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`law` text NOT NULL,
	`name_da` text NOT NULL,
	`name_en` text NOT NULL,
	`valid_from` text,
	`valid_to` text
);
--> statement-breakpoint
CREATE TABLE `search_documents` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`entity_id` integer NOT NULL,
	`version` integer NOT NULL,
	`document` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_documents_entity` ON `search_documents` (`kind`,`entity_id`);--> statement-breakpoint
CREATE INDEX `search_documents_version` ON `search_documents` (`version`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `slot_steps` (
	`slot_id` integer NOT NULL,
	`from_week` integer NOT NULL,
	`hours` real NOT NULL,
	PRIMARY KEY(`slot_id`, `from_week`),
	FOREIGN KEY (`slot_id`) REFERENCES `slots`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `slot_support` (
	`slot_id` integer NOT NULL,
	`support_fact_id` text NOT NULL,
	PRIMARY KEY(`slot_id`, `support_fact_id`),
	FOREIGN KEY (`slot_id`) REFERENCES `slots`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`support_fact_id`) REFERENCES `support_facts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `slots` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`organisation_id` integer NOT NULL,
	`workplace_id` integer,
	`scheme_id` text NOT NULL,
	`title` text NOT NULL,
	`occupation` text,
	`tasks` text NOT NULL,
	`hours_min` real NOT NULL,
	`hours_max` real NOT NULL,
	`weeks` integer,
	`positions` integer NOT NULL,
	`filled` integer DEFAULT 0 NOT NULL,
	`starts_on` text,
	`expires_on` text NOT NULL,
	`leads_to_job` integer NOT NULL,
	`contact_name` text,
	`state` text NOT NULL,
	`published_at` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workplace_id`) REFERENCES `workplaces`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`scheme_id`) REFERENCES `schemes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `slots_slug_unique` ON `slots` (`slug`);--> statement-breakpoint
CREATE INDEX `slots_organisation` ON `slots` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `slots_expiry` ON `slots` (`state`,`expires_on`);