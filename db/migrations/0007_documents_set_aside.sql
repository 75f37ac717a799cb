CREATE TABLE `search_set_aside` (
	`id` integer PRIMARY KEY NOT NULL,
	`generation` text NOT NULL,
	`kind` text NOT NULL,
	`entity_id` integer NOT NULL,
	`version` integer NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_set_aside_entity` ON `search_set_aside` (`generation`,`kind`,`entity_id`);