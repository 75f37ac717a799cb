CREATE TABLE `organisation_schemes` (
	`organisation_id` integer NOT NULL,
	`scheme_id` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `scheme_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`scheme_id`) REFERENCES `schemes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `commitments` ADD `evidence_file` text;--> statement-breakpoint
CREATE UNIQUE INDEX `commitments_evidenceFile_unique` ON `commitments` (`evidence_file`);--> statement-breakpoint
ALTER TABLE `organisations` ADD `links` text DEFAULT '[]' NOT NULL;