CREATE TABLE `mails` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sealed` blob NOT NULL,
	`queued_at` text NOT NULL,
	`due_at` text NOT NULL,
	`use_until` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`leased_until` text,
	`set_aside_at` text,
	`failure` text
);
--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`set_aside_at`,`due_at`);