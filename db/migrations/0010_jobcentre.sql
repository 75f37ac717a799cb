CREATE TABLE `approach_wishes` (
	`organisation_id` integer PRIMARY KEY NOT NULL,
	`cool_down_days` integer,
	`rest_until` text,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `approaches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`account_id` integer,
	`on` text NOT NULL,
	`channel` text NOT NULL,
	`subject` text NOT NULL,
	`line` text,
	`enquiry_id` integer,
	`written_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`enquiry_id`) REFERENCES `enquiries`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `approaches_organisation` ON `approaches` (`organisation_id`,`on`);--> statement-breakpoint
CREATE INDEX `approaches_account` ON `approaches` (`account_id`,`on`);--> statement-breakpoint
CREATE INDEX `approaches_enquiry` ON `approaches` (`enquiry_id`);--> statement-breakpoint
CREATE TABLE `colleague_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`from_account_id` integer NOT NULL,
	`to_account_id` integer NOT NULL,
	`line` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`asked_at` text NOT NULL,
	`settled_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`from_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`to_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `colleague_requests_to` ON `colleague_requests` (`to_account_id`,`state`);--> statement-breakpoint
CREATE INDEX `colleague_requests_from` ON `colleague_requests` (`from_account_id`,`state`);--> statement-breakpoint
CREATE INDEX `colleague_requests_organisation` ON `colleague_requests` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `enquiries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`slot_id` integer,
	`asker` text NOT NULL,
	`account_id` integer,
	`from_organisation_id` integer,
	`visitor_email` text,
	`visitor_name` text,
	`visitor_locale` text,
	`state` text NOT NULL,
	`scheme_id` text,
	`places` integer,
	`hours_weekly` real,
	`from_month` text,
	`sent_on` text NOT NULL,
	`sent_at` text NOT NULL,
	`seen_at` text,
	`answered_at` text,
	`agreed_at` text,
	`started_on` text,
	`ends_on` text,
	`prolonged` integer DEFAULT 0 NOT NULL,
	`ended_on` text,
	`outcome` text,
	`ended_by` text,
	`changed_at` text NOT NULL,
	`looked_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`slot_id`) REFERENCES `slots`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`from_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`scheme_id`) REFERENCES `schemes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `enquiries_account` ON `enquiries` (`account_id`,`state`,`sent_on`);--> statement-breakpoint
CREATE INDEX `enquiries_account_changed` ON `enquiries` (`account_id`,`changed_at`);--> statement-breakpoint
CREATE INDEX `enquiries_account_news` ON `enquiries` (`account_id`,`changed_at`) WHERE "enquiries"."changed_at" > "enquiries"."looked_at";--> statement-breakpoint
CREATE INDEX `enquiries_organisation` ON `enquiries` (`organisation_id`,`state`);--> statement-breakpoint
CREATE INDEX `enquiries_waiting` ON `enquiries` (`state`,`sent_on`);--> statement-breakpoint
CREATE INDEX `enquiries_slot` ON `enquiries` (`slot_id`);--> statement-breakpoint
CREATE INDEX `enquiries_from_organisation` ON `enquiries` (`from_organisation_id`);--> statement-breakpoint
CREATE INDEX `enquiries_visitors` ON `enquiries` (`changed_at`) WHERE "enquiries"."asker" = 'visitor';--> statement-breakpoint
CREATE TABLE `enquiry_keys` (
	`hash` text PRIMARY KEY NOT NULL,
	`enquiry_id` integer NOT NULL,
	`kind` text NOT NULL,
	`side` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`enquiry_id`) REFERENCES `enquiries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `enquiry_keys_enquiry` ON `enquiry_keys` (`enquiry_id`);--> statement-breakpoint
CREATE INDEX `enquiry_keys_expiry` ON `enquiry_keys` (`expires_at`);--> statement-breakpoint
CREATE TABLE `enquiry_messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`enquiry_id` integer NOT NULL,
	`side` text NOT NULL,
	`account_id` integer,
	`text` text NOT NULL,
	`sent_at` text NOT NULL,
	FOREIGN KEY (`enquiry_id`) REFERENCES `enquiries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `enquiry_messages_enquiry` ON `enquiry_messages` (`enquiry_id`);--> statement-breakpoint
CREATE TABLE `enquiry_reminders` (
	`enquiry_id` integer NOT NULL,
	`kind` text NOT NULL,
	`sent_at` text NOT NULL,
	PRIMARY KEY(`enquiry_id`, `kind`),
	FOREIGN KEY (`enquiry_id`) REFERENCES `enquiries`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `enquiry_templates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`text` text NOT NULL,
	`account_id` integer,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `need_declines` (
	`need_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`need_id`, `organisation_id`),
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `need_declines_organisation` ON `need_declines` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `need_support` (
	`need_id` integer NOT NULL,
	`support_fact_id` text NOT NULL,
	PRIMARY KEY(`need_id`, `support_fact_id`),
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`support_fact_id`) REFERENCES `support_facts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `needs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer,
	`places` integer NOT NULL,
	`hours_min` real NOT NULL,
	`hours_max` real NOT NULL,
	`scheme_id` text,
	`postcode` text NOT NULL,
	`radius_km` integer NOT NULL,
	`from_month` text NOT NULL,
	`line` text,
	`state` text DEFAULT 'open' NOT NULL,
	`posted_on` text NOT NULL,
	`posted_at` text NOT NULL,
	`closed_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`scheme_id`) REFERENCES `schemes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`postcode`) REFERENCES `postcodes`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `needs_state` ON `needs` (`state`);--> statement-breakpoint
CREATE INDEX `needs_account` ON `needs` (`account_id`,`state`);--> statement-breakpoint
CREATE TABLE `outcomes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`scheme_id` text,
	`kind` text NOT NULL,
	`persons` integer NOT NULL,
	`hours_weekly` real,
	`on` text NOT NULL,
	`enquiry_id` integer,
	`confirmed_by` integer,
	`confirmed_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`scheme_id`) REFERENCES `schemes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`enquiry_id`) REFERENCES `enquiries`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`confirmed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `outcomes_organisation` ON `outcomes` (`organisation_id`,`kind`);--> statement-breakpoint
CREATE INDEX `outcomes_day` ON `outcomes` (`on`);--> statement-breakpoint
CREATE INDEX `outcomes_enquiry` ON `outcomes` (`enquiry_id`);--> statement-breakpoint
CREATE TABLE `employer_list_items` (
	`list_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`list_id`, `organisation_id`),
	FOREIGN KEY (`list_id`) REFERENCES `employer_lists`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `employer_list_items_organisation` ON `employer_list_items` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `employer_list_links` (
	`hash` text PRIMARY KEY NOT NULL,
	`list_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `employer_lists`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `employer_list_links_list` ON `employer_list_links` (`list_id`);--> statement-breakpoint
CREATE TABLE `employer_lists` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer NOT NULL,
	`name` text NOT NULL,
	`is_shared` integer DEFAULT false NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `employer_lists_account` ON `employer_lists` (`account_id`);--> statement-breakpoint
CREATE INDEX `employer_lists_shared` ON `employer_lists` (`is_shared`);--> statement-breakpoint
CREATE TABLE `portfolio_employers` (
	`account_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`next_step` text,
	`next_step_on` text,
	`added_at` text NOT NULL,
	PRIMARY KEY(`account_id`, `organisation_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `portfolio_employers_next_step` ON `portfolio_employers` (`account_id`,`next_step_on`);--> statement-breakpoint
CREATE INDEX `portfolio_employers_organisation` ON `portfolio_employers` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `portfolio_notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`account_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`text` text NOT NULL,
	`written_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `portfolio_notes_employer` ON `portfolio_notes` (`account_id`,`organisation_id`);--> statement-breakpoint
CREATE TABLE `portfolio_tags` (
	`account_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`account_id`, `organisation_id`, `tag`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `portfolio_tags_tag` ON `portfolio_tags` (`account_id`,`tag`);--> statement-breakpoint
CREATE TABLE `recent_views` (
	`account_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`account_id`, `organisation_id`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `recent_views_newest` ON `recent_views` (`account_id`,`at`);--> statement-breakpoint
CREATE INDEX `recent_views_organisation` ON `recent_views` (`organisation_id`);