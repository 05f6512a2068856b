CREATE TABLE `addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`recipient` text NOT NULL,
	`phone` text NOT NULL,
	`line1` text NOT NULL,
	`line2` text,
	`subdistrict` text NOT NULL,
	`district` text NOT NULL,
	`province` text NOT NULL,
	`postcode` text NOT NULL,
	`is_default` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `addresses_user` ON `addresses` (`user_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `brands` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name_th` text NOT NULL,
	`name_en` text NOT NULL,
	`product_count` integer NOT NULL,
	CONSTRAINT "brands_product_count_whole" CHECK(typeof("brands"."product_count") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `brands_slug` ON `brands` (`slug`);--> statement-breakpoint
CREATE INDEX `brands_size` ON `brands` (`product_count`,`id`);--> statement-breakpoint
CREATE TABLE `breaks` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`status` text NOT NULL,
	`expected_satang` integer NOT NULL,
	`actual_satang` integer NOT NULL,
	`group_id` text,
	`times` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	`closed_by` text,
	`note` text,
	CONSTRAINT "breaks_expected_satang_whole" CHECK(typeof("breaks"."expected_satang") in ('integer', 'null')),
	CONSTRAINT "breaks_actual_satang_whole" CHECK(typeof("breaks"."actual_satang") in ('integer', 'null')),
	CONSTRAINT "breaks_times_whole" CHECK(typeof("breaks"."times") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `breaks_once` ON `breaks` (`kind`,`subject`);--> statement-breakpoint
CREATE INDEX `breaks_group` ON `breaks` (`group_id`);--> statement-breakpoint
CREATE INDEX `breaks_status` ON `breaks` (`status`,`id`);--> statement-breakpoint
CREATE TABLE `buyer_holds` (
	`id` text PRIMARY KEY NOT NULL,
	`held` integer NOT NULL,
	`most` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "buyer_holds_most" CHECK("buyer_holds"."held" <= "buyer_holds"."most"),
	CONSTRAINT "buyer_holds_held_whole" CHECK(typeof("buyer_holds"."held") in ('integer', 'null')),
	CONSTRAINT "buyer_holds_most_whole" CHECK(typeof("buyer_holds"."most") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `buyer_holds_updated` ON `buyer_holds` (`updated_at`);--> statement-breakpoint
CREATE TABLE `cart_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`cart_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`seen_price_satang` integer NOT NULL,
	`added_at` integer NOT NULL,
	CONSTRAINT "cart_lines_quantity" CHECK("cart_lines"."quantity" between 1 and 99),
	CONSTRAINT "cart_lines_quantity_whole" CHECK(typeof("cart_lines"."quantity") in ('integer', 'null')),
	CONSTRAINT "cart_lines_seen_price_satang_whole" CHECK(typeof("cart_lines"."seen_price_satang") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cart_lines_variant` ON `cart_lines` (`cart_id`,`variant_id`);--> statement-breakpoint
CREATE TABLE `carts` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`guest` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "carts_version_whole" CHECK(typeof("carts"."version") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `carts_guest` ON `carts` (`guest`,`updated_at`);--> statement-breakpoint
CREATE TABLE `cash_terms` (
	`shop_id` text PRIMARY KEY NOT NULL,
	`maximum_satang` integer,
	`provinces` text NOT NULL,
	`version` integer NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	CONSTRAINT "cash_terms_maximum" CHECK("cash_terms"."maximum_satang" >= 0),
	CONSTRAINT "cash_terms_maximum_satang_whole" CHECK(typeof("cash_terms"."maximum_satang") in ('integer', 'null')),
	CONSTRAINT "cash_terms_version_whole" CHECK(typeof("cash_terms"."version") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `categories` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`parent_id` text,
	`level` integer NOT NULL,
	`name_th` text NOT NULL,
	`name_en` text NOT NULL,
	`image_key` text,
	`position` integer NOT NULL,
	`product_count` integer NOT NULL,
	CONSTRAINT "categories_level_whole" CHECK(typeof("categories"."level") in ('integer', 'null')),
	CONSTRAINT "categories_position_whole" CHECK(typeof("categories"."position") in ('integer', 'null')),
	CONSTRAINT "categories_product_count_whole" CHECK(typeof("categories"."product_count") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `categories_slug` ON `categories` (`slug`);--> statement-breakpoint
CREATE INDEX `categories_order` ON `categories` (`level`,`position`,`id`);--> statement-breakpoint
CREATE TABLE `chargeback_shares` (
	`chargeback_id` text NOT NULL,
	`order_id` text NOT NULL,
	`amount_satang` integer NOT NULL,
	PRIMARY KEY(`chargeback_id`, `order_id`),
	CONSTRAINT "chargeback_shares_amount" CHECK("chargeback_shares"."amount_satang" >= 0),
	CONSTRAINT "chargeback_shares_amount_satang_whole" CHECK(typeof("chargeback_shares"."amount_satang") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `chargebacks` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`provider_ref` text NOT NULL,
	`charge_ref` text NOT NULL,
	`attempt_id` text NOT NULL,
	`group_id` text NOT NULL,
	`status` text NOT NULL,
	`reason` text NOT NULL,
	`amount_satang` integer NOT NULL,
	`withdrawn_satang` integer NOT NULL,
	`unborne_satang` integer NOT NULL,
	`fee_satang` integer NOT NULL,
	`currency` text NOT NULL,
	`version` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	CONSTRAINT "chargebacks_withdrawn" CHECK("chargebacks"."withdrawn_satang" >= 0 and "chargebacks"."unborne_satang" between 0 and "chargebacks"."withdrawn_satang"),
	CONSTRAINT "chargebacks_amount_satang_whole" CHECK(typeof("chargebacks"."amount_satang") in ('integer', 'null')),
	CONSTRAINT "chargebacks_withdrawn_satang_whole" CHECK(typeof("chargebacks"."withdrawn_satang") in ('integer', 'null')),
	CONSTRAINT "chargebacks_unborne_satang_whole" CHECK(typeof("chargebacks"."unborne_satang") in ('integer', 'null')),
	CONSTRAINT "chargebacks_fee_satang_whole" CHECK(typeof("chargebacks"."fee_satang") in ('integer', 'null')),
	CONSTRAINT "chargebacks_version_whole" CHECK(typeof("chargebacks"."version") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `chargebacks_ref` ON `chargebacks` (`provider`,`provider_ref`);--> statement-breakpoint
CREATE INDEX `chargebacks_group` ON `chargebacks` (`group_id`,`status`);--> statement-breakpoint
CREATE INDEX `chargebacks_status` ON `chargebacks` (`status`,`id`);--> statement-breakpoint
CREATE TABLE `chat_erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `chat_erasures_user` ON `chat_erasures` (`user_id`,`asked_at`);--> statement-breakpoint
CREATE TABLE `chat_messages` (
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`from` text NOT NULL,
	`by_id` text,
	`by_name` text,
	`body` text NOT NULL,
	`words` text,
	`edit` integer NOT NULL,
	PRIMARY KEY(`conversation_id`, `seq`),
	CONSTRAINT "chat_messages_seq_whole" CHECK(typeof("chat_messages"."seq") in ('integer', 'null')),
	CONSTRAINT "chat_messages_edit_whole" CHECK(typeof("chat_messages"."edit") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `chat_messages_at` ON `chat_messages` (`at`);--> statement-breakpoint
CREATE INDEX `chat_messages_by` ON `chat_messages` (`by_id`,`conversation_id`);--> statement-breakpoint
CREATE TABLE `chat_oversights` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation_id` text NOT NULL,
	`operator_id` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `chat_oversights_conversation` ON `chat_oversights` (`conversation_id`,`id`);--> statement-breakpoint
CREATE TABLE `chat_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation_id` text NOT NULL,
	`side` text NOT NULL,
	`user_id` text NOT NULL,
	`reason` text NOT NULL,
	`seq` integer,
	`note` text,
	`said` text,
	`status` text NOT NULL,
	`created_at` integer NOT NULL,
	`closed_by` text,
	`closed_at` integer,
	CONSTRAINT "chat_reports_seq_whole" CHECK(typeof("chat_reports"."seq") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `chat_reports_status` ON `chat_reports` (`status`,`id`);--> statement-breakpoint
CREATE INDEX `chat_reports_user` ON `chat_reports` (`user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `chat_waits` (
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`shop_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	PRIMARY KEY(`conversation_id`, `seq`),
	CONSTRAINT "chat_waits_seq_whole" CHECK(typeof("chat_waits"."seq") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `chat_waits_shop` ON `chat_waits` (`shop_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `chat_waits_asked` ON `chat_waits` (`asked_at`);--> statement-breakpoint
CREATE TABLE `commission_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text,
	`category_id` text,
	`product_id` text,
	`rate_bp` integer NOT NULL,
	`fixed_satang` integer NOT NULL,
	`min_satang` integer,
	`max_satang` integer,
	`starts_at_ms` integer NOT NULL,
	`ends_at_ms` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_by` text,
	CONSTRAINT "commission_rules_rate" CHECK("commission_rules"."rate_bp" between 0 and 10000),
	CONSTRAINT "commission_rules_fixed" CHECK("commission_rules"."fixed_satang" >= 0),
	CONSTRAINT "commission_rules_bounds" CHECK(coalesce("commission_rules"."min_satang", 0) >= 0 and coalesce("commission_rules"."max_satang", "commission_rules"."min_satang", 0) >= coalesce("commission_rules"."min_satang", 0)),
	CONSTRAINT "commission_rules_window" CHECK("commission_rules"."ends_at_ms" >= "commission_rules"."starts_at_ms"),
	CONSTRAINT "commission_rules_rate_bp_whole" CHECK(typeof("commission_rules"."rate_bp") in ('integer', 'null')),
	CONSTRAINT "commission_rules_fixed_satang_whole" CHECK(typeof("commission_rules"."fixed_satang") in ('integer', 'null')),
	CONSTRAINT "commission_rules_min_satang_whole" CHECK(typeof("commission_rules"."min_satang") in ('integer', 'null')),
	CONSTRAINT "commission_rules_max_satang_whole" CHECK(typeof("commission_rules"."max_satang") in ('integer', 'null')),
	CONSTRAINT "commission_rules_starts_at_ms_whole" CHECK(typeof("commission_rules"."starts_at_ms") in ('integer', 'null')),
	CONSTRAINT "commission_rules_ends_at_ms_whole" CHECK(typeof("commission_rules"."ends_at_ms") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `commission_rules_ends` ON `commission_rules` (`ends_at_ms`,`id`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_at_ms` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`last_from` text,
	`last_type` text,
	`last_text` text,
	`read_by_shopper` integer NOT NULL,
	`read_by_shop` integer NOT NULL,
	`unread_by_shopper` integer NOT NULL,
	`unread_by_shop` integer NOT NULL,
	`blocked_by_shopper` integer NOT NULL,
	`blocked_by_shop` integer NOT NULL,
	`changes` integer NOT NULL,
	CONSTRAINT "conversations_unread" CHECK("conversations"."unread_by_shopper" >= 0 and "conversations"."unread_by_shop" >= 0),
	CONSTRAINT "conversations_last_at_ms_whole" CHECK(typeof("conversations"."last_at_ms") in ('integer', 'null')),
	CONSTRAINT "conversations_last_seq_whole" CHECK(typeof("conversations"."last_seq") in ('integer', 'null')),
	CONSTRAINT "conversations_read_by_shopper_whole" CHECK(typeof("conversations"."read_by_shopper") in ('integer', 'null')),
	CONSTRAINT "conversations_read_by_shop_whole" CHECK(typeof("conversations"."read_by_shop") in ('integer', 'null')),
	CONSTRAINT "conversations_unread_by_shopper_whole" CHECK(typeof("conversations"."unread_by_shopper") in ('integer', 'null')),
	CONSTRAINT "conversations_unread_by_shop_whole" CHECK(typeof("conversations"."unread_by_shop") in ('integer', 'null')),
	CONSTRAINT "conversations_changes_whole" CHECK(typeof("conversations"."changes") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_pair` ON `conversations` (`user_id`,`shop_id`);--> statement-breakpoint
CREATE INDEX `conversations_user` ON `conversations` (`user_id`,`last_at_ms`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_shop` ON `conversations` (`shop_id`,`last_at_ms`,`id`);--> statement-breakpoint
CREATE INDEX `conversations_user_unread` ON `conversations` (`user_id`,`last_at_ms`,`id`) WHERE "conversations"."unread_by_shopper" > 0;--> statement-breakpoint
CREATE INDEX `conversations_shop_unread` ON `conversations` (`shop_id`,`last_at_ms`,`id`) WHERE "conversations"."unread_by_shop" > 0;--> statement-breakpoint
CREATE TABLE `dead_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`queue` text NOT NULL,
	`body` text NOT NULL,
	`attempts` integer NOT NULL,
	`died_at` integer NOT NULL,
	`died_ms` integer NOT NULL,
	`replayed_at` integer,
	`replayed_by` text,
	`lease_until_ms` integer,
	CONSTRAINT "dead_letters_attempts_whole" CHECK(typeof("dead_letters"."attempts") in ('integer', 'null')),
	CONSTRAINT "dead_letters_died_ms_whole" CHECK(typeof("dead_letters"."died_ms") in ('integer', 'null')),
	CONSTRAINT "dead_letters_lease_until_ms_whole" CHECK(typeof("dead_letters"."lease_until_ms") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `dead_letters_died` ON `dead_letters` (`died_ms`,`id`);--> statement-breakpoint
CREATE INDEX `dead_letters_waiting` ON `dead_letters` (`died_ms`,`id`) WHERE "dead_letters"."replayed_at" is null;--> statement-breakpoint
CREATE INDEX `dead_letters_replayed` ON `dead_letters` (`died_ms`,`id`) WHERE "dead_letters"."replayed_at" is not null;--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`message_key` text NOT NULL,
	`channel` text NOT NULL,
	`recipient` text NOT NULL,
	`user_id` text,
	`address` text,
	`topic` text NOT NULL,
	`kind` text NOT NULL,
	`params` text NOT NULL,
	`link` text NOT NULL,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`attempts` integer NOT NULL,
	`due_ms` integer,
	`provider_ref` text,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	CONSTRAINT "deliveries_attempts_whole" CHECK(typeof("deliveries"."attempts") in ('integer', 'null')),
	CONSTRAINT "deliveries_due_ms_whole" CHECK(typeof("deliveries"."due_ms") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_message` ON `deliveries` (`message_key`,`channel`,`recipient`);--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`due_ms`,`id`) WHERE "deliveries"."due_ms" is not null;--> statement-breakpoint
CREATE INDEX `deliveries_created` ON `deliveries` (`created_at`);--> statement-breakpoint
CREATE TABLE `dev_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`html` text,
	`way` text NOT NULL,
	`request` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `dev_messages_created` ON `dev_messages` (`created_at`);--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`token` text NOT NULL,
	`token_hash` text NOT NULL,
	`p256dh` text,
	`auth` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `devices_user_token` ON `devices` (`user_id`,`token_hash`);--> statement-breakpoint
CREATE INDEX `devices_user` ON `devices` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `devices_token` ON `devices` (`token_hash`);--> statement-breakpoint
CREATE TABLE `digest_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`message_key` text NOT NULL,
	`topic` text NOT NULL,
	`kind` text NOT NULL,
	`params` text NOT NULL,
	`link` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_ms` integer NOT NULL,
	CONSTRAINT "digest_entries_due_ms_whole" CHECK(typeof("digest_entries"."due_ms") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `digest_entries_message` ON `digest_entries` (`user_id`,`message_key`);--> statement-breakpoint
CREATE INDEX `digest_entries_due` ON `digest_entries` (`due_ms`,`user_id`);--> statement-breakpoint
CREATE TABLE `discounts` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`order_id` text NOT NULL,
	`line_id` text,
	`kind` text NOT NULL,
	`voucher_id` text NOT NULL,
	`amount_satang` integer NOT NULL,
	`shop_satang` integer NOT NULL,
	`platform_satang` integer NOT NULL,
	CONSTRAINT "discounts_amount" CHECK("discounts"."amount_satang" > 0),
	CONSTRAINT "discounts_payers" CHECK("discounts"."shop_satang" + "discounts"."platform_satang" = "discounts"."amount_satang"),
	CONSTRAINT "discounts_paid" CHECK("discounts"."shop_satang" >= 0 and "discounts"."platform_satang" >= 0),
	CONSTRAINT "discounts_amount_satang_whole" CHECK(typeof("discounts"."amount_satang") in ('integer', 'null')),
	CONSTRAINT "discounts_shop_satang_whole" CHECK(typeof("discounts"."shop_satang") in ('integer', 'null')),
	CONSTRAINT "discounts_platform_satang_whole" CHECK(typeof("discounts"."platform_satang") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `discounts_group` ON `discounts` (`group_id`);--> statement-breakpoint
CREATE TABLE `flash_buyers` (
	`item_id` text NOT NULL,
	`holder` text NOT NULL,
	`taken` integer NOT NULL,
	`most` integer NOT NULL,
	PRIMARY KEY(`item_id`, `holder`),
	CONSTRAINT "flash_buyers_most" CHECK("flash_buyers"."taken" <= "flash_buyers"."most"),
	CONSTRAINT "flash_buyers_taken" CHECK("flash_buyers"."taken" >= 0),
	CONSTRAINT "flash_buyers_taken_whole" CHECK(typeof("flash_buyers"."taken") in ('integer', 'null')),
	CONSTRAINT "flash_buyers_most_whole" CHECK(typeof("flash_buyers"."most") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `flash_calendar` (
	`id` text PRIMARY KEY NOT NULL,
	`overlaps` integer NOT NULL,
	CONSTRAINT "flash_calendar_free" CHECK("flash_calendar"."overlaps" = 0),
	CONSTRAINT "flash_calendar_overlaps_whole" CHECK(typeof("flash_calendar"."overlaps") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `flash_sale_history` (
	`sale_id` text NOT NULL,
	`version` integer NOT NULL,
	`event` text NOT NULL,
	`from_state` text,
	`to_state` text NOT NULL,
	`actor` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`sale_id`, `version`),
	CONSTRAINT "flash_sale_history_version_whole" CHECK(typeof("flash_sale_history"."version") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `flash_sale_items` (
	`id` text PRIMARY KEY NOT NULL,
	`sale_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`product_id` text NOT NULL,
	`price_satang` integer NOT NULL,
	`list_price_satang` integer NOT NULL,
	`quota` integer NOT NULL,
	`per_buyer` integer NOT NULL,
	`reserved` integer NOT NULL,
	`sold` integer NOT NULL,
	`returned` integer NOT NULL,
	`taking` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`version` integer NOT NULL,
	`position` integer NOT NULL,
	CONSTRAINT "flash_items_quota" CHECK("flash_sale_items"."reserved" + "flash_sale_items"."sold" + "flash_sale_items"."returned" <= "flash_sale_items"."quota"),
	CONSTRAINT "flash_items_counts" CHECK("flash_sale_items"."reserved" >= 0 and "flash_sale_items"."sold" >= 0 and "flash_sale_items"."returned" >= 0),
	CONSTRAINT "flash_items_price" CHECK("flash_sale_items"."price_satang" between 1 and "flash_sale_items"."list_price_satang"),
	CONSTRAINT "flash_sale_items_price_satang_whole" CHECK(typeof("flash_sale_items"."price_satang") in ('integer', 'null')),
	CONSTRAINT "flash_sale_items_list_price_satang_whole" CHECK(typeof("flash_sale_items"."list_price_satang") in ('integer', 'null')),
	CONSTRAINT "flash_sale_items_quota_whole" CHECK(typeof("flash_sale_items"."quota") in ('integer', 'null')),
	CONSTRAINT "flash_sale_items_per_buyer_whole" CHECK(typeof("flash_sale_items"."per_buyer") in ('integer', 'null')),
	CONSTRAINT "flash_sale_items_reserved_whole" CHECK(typeof("flash_sale_items"."reserved") in ('integer', 'null')),
	CONSTRAINT "flash_sale_items_sold_whole" CHECK(typeof("flash_sale_items"."sold") in ('integer', 'null')),
	CONSTRAINT "flash_sale_items_returned_whole" CHECK(typeof("flash_sale_items"."returned") in ('integer', 'null')),
	CONSTRAINT "flash_sale_items_version_whole" CHECK(typeof("flash_sale_items"."version") in ('integer', 'null')),
	CONSTRAINT "flash_sale_items_position_whole" CHECK(typeof("flash_sale_items"."position") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `flash_sale_items_once` ON `flash_sale_items` (`sale_id`,`variant_id`);--> statement-breakpoint
CREATE INDEX `flash_sale_items_variant` ON `flash_sale_items` (`variant_id`,`ends_at`);--> statement-breakpoint
CREATE INDEX `flash_sale_items_product` ON `flash_sale_items` (`product_id`,`ends_at`);--> statement-breakpoint
CREATE INDEX `flash_sale_items_end` ON `flash_sale_items` (`ends_at`);--> statement-breakpoint
CREATE TABLE `flash_sales` (
	`id` text PRIMARY KEY NOT NULL,
	`title_th` text NOT NULL,
	`title_en` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "flash_sales_version_whole" CHECK(typeof("flash_sales"."version") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `flash_sales_start` ON `flash_sales` (`starts_at`);--> statement-breakpoint
CREATE INDEX `flash_sales_end` ON `flash_sales` (`ends_at`);--> statement-breakpoint
CREATE INDEX `flash_sales_due` ON `flash_sales` (`state`,`starts_at`);--> statement-breakpoint
CREATE TABLE `flash_takes` (
	`group_id` text NOT NULL,
	`item_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`state` text NOT NULL,
	`holder` text NOT NULL,
	`other_holder` text,
	`told` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`group_id`, `item_id`),
	CONSTRAINT "flash_takes_quantity" CHECK("flash_takes"."quantity" > 0),
	CONSTRAINT "flash_takes_quantity_whole" CHECK(typeof("flash_takes"."quantity") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `flash_takes_told` ON `flash_takes` (`told`,`item_id`);--> statement-breakpoint
CREATE TABLE `flash_transfers` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`done` integer NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "flash_transfers_quantity_whole" CHECK(typeof("flash_transfers"."quantity") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `flash_transfers_waiting` ON `flash_transfers` (`done`,`at`);--> statement-breakpoint
CREATE INDEX `flash_transfers_item` ON `flash_transfers` (`item_id`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`scope` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`state` text NOT NULL,
	`resource_id` text NOT NULL,
	`lease_until_ms` integer NOT NULL,
	`status` integer,
	`body` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`scope`, `key`),
	CONSTRAINT "idempotency_keys_lease_until_ms_whole" CHECK(typeof("idempotency_keys"."lease_until_ms") in ('integer', 'null')),
	CONSTRAINT "idempotency_keys_status_whole" CHECK(typeof("idempotency_keys"."status") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_created` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `inbox_events` (
	`provider` text NOT NULL,
	`event_id` text NOT NULL,
	`kind` text NOT NULL,
	`object_ref` text NOT NULL,
	`livemode` integer NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`note` text,
	`next_at_ms` integer,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`provider`, `event_id`),
	CONSTRAINT "inbox_events_attempts_whole" CHECK(typeof("inbox_events"."attempts") in ('integer', 'null')),
	CONSTRAINT "inbox_events_next_at_ms_whole" CHECK(typeof("inbox_events"."next_at_ms") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `inbox_events_next` ON `inbox_events` (`next_at_ms`);--> statement-breakpoint
CREATE INDEX `inbox_events_status` ON `inbox_events` (`status`,`received_at`);--> statement-breakpoint
CREATE TABLE `job_cursors` (
	`name` text PRIMARY KEY NOT NULL,
	`position` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ledger_balances` (
	`account` text NOT NULL,
	`part` integer NOT NULL,
	`amount_satang` integer NOT NULL,
	PRIMARY KEY(`account`, `part`),
	CONSTRAINT "ledger_balances_part_whole" CHECK(typeof("ledger_balances"."part") in ('integer', 'null')),
	CONSTRAINT "ledger_balances_amount_satang_whole" CHECK(typeof("ledger_balances"."amount_satang") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `ledger_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`journal_id` text NOT NULL,
	`account` text NOT NULL,
	`amount_satang` integer NOT NULL,
	CONSTRAINT "ledger_entries_amount" CHECK("ledger_entries"."amount_satang" <> 0 and abs("ledger_entries"."amount_satang") <= 9007199254740991),
	CONSTRAINT "ledger_entries_amount_satang_whole" CHECK(typeof("ledger_entries"."amount_satang") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `ledger_entries_journal` ON `ledger_entries` (`journal_id`);--> statement-breakpoint
CREATE INDEX `ledger_entries_account` ON `ledger_entries` (`account`,`journal_id`);--> statement-breakpoint
CREATE TABLE `ledger_journals` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`group_id` text,
	`order_id` text,
	`at` integer NOT NULL,
	`sealed` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_journals_event` ON `ledger_journals` (`event`);--> statement-breakpoint
CREATE INDEX `ledger_journals_group` ON `ledger_journals` (`group_id`);--> statement-breakpoint
CREATE INDEX `ledger_journals_order` ON `ledger_journals` (`order_id`);--> statement-breakpoint
CREATE INDEX `ledger_journals_open` ON `ledger_journals` (`id`) WHERE not "ledger_journals"."sealed";--> statement-breakpoint
CREATE TABLE `listings` (
	`shelf` text NOT NULL,
	`product_id` text NOT NULL,
	`price_satang` integer NOT NULL,
	`rating_cents` integer NOT NULL,
	`sold_count` integer NOT NULL,
	`published_ms` integer NOT NULL,
	`in_stock` integer NOT NULL,
	PRIMARY KEY(`shelf`, `product_id`),
	CONSTRAINT "listings_price_satang_whole" CHECK(typeof("listings"."price_satang") in ('integer', 'null')),
	CONSTRAINT "listings_rating_cents_whole" CHECK(typeof("listings"."rating_cents") in ('integer', 'null')),
	CONSTRAINT "listings_sold_count_whole" CHECK(typeof("listings"."sold_count") in ('integer', 'null')),
	CONSTRAINT "listings_published_ms_whole" CHECK(typeof("listings"."published_ms") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `listings_product` ON `listings` (`product_id`);--> statement-breakpoint
CREATE INDEX `listings_newest` ON `listings` (`shelf`,`published_ms`,`product_id`);--> statement-breakpoint
CREATE INDEX `listings_price` ON `listings` (`shelf`,`price_satang`,`product_id`);--> statement-breakpoint
CREATE INDEX `listings_sold` ON `listings` (`shelf`,`sold_count`,`product_id`);--> statement-breakpoint
CREATE INDEX `listings_rating` ON `listings` (`shelf`,`rating_cents`,`product_id`);--> statement-breakpoint
CREATE TABLE `low_stock` (
	`variant_id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `low_stock_shop` ON `low_stock` (`shop_id`,`variant_id`);--> statement-breakpoint
CREATE TABLE `new_buyer_uses` (
	`holder` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `new_buyer_uses_group` ON `new_buyer_uses` (`group_id`);--> statement-breakpoint
CREATE TABLE `notification_preferences` (
	`id` text PRIMARY KEY NOT NULL,
	`choices` text NOT NULL,
	`digest` text,
	`locale` text NOT NULL,
	`quiet_from` integer,
	`quiet_to` integer,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "notification_preferences_quiet_from_whole" CHECK(typeof("notification_preferences"."quiet_from") in ('integer', 'null')),
	CONSTRAINT "notification_preferences_quiet_to_whole" CHECK(typeof("notification_preferences"."quiet_to") in ('integer', 'null')),
	CONSTRAINT "notification_preferences_version_whole" CHECK(typeof("notification_preferences"."version") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`message_key` text NOT NULL,
	`topic` text NOT NULL,
	`kind` text NOT NULL,
	`params` text NOT NULL,
	`link` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_message` ON `notifications` (`user_id`,`message_key`);--> statement-breakpoint
CREATE INDEX `notifications_user` ON `notifications` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`user_id`,`id`) WHERE "notifications"."read_at" is null;--> statement-breakpoint
CREATE INDEX `notifications_created` ON `notifications` (`created_at`);--> statement-breakpoint
CREATE TABLE `operator_events` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`topic` text NOT NULL,
	`event` text NOT NULL,
	`subject` text NOT NULL,
	`label` text NOT NULL,
	`amount_satang` integer,
	`at` integer NOT NULL,
	CONSTRAINT "operator_events_amount_satang_whole" CHECK(typeof("operator_events"."amount_satang") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `operator_events_key` ON `operator_events` (`key`);--> statement-breakpoint
CREATE INDEX `operator_events_topic` ON `operator_events` (`topic`,`id`);--> statement-breakpoint
CREATE INDEX `operator_events_at` ON `operator_events` (`at`);--> statement-breakpoint
CREATE TABLE `order_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`user_id` text,
	`contact_email` text NOT NULL,
	`contact_phone` text NOT NULL,
	`locale` text NOT NULL,
	`address` text NOT NULL,
	`payment_status` text NOT NULL,
	`total_satang` integer NOT NULL,
	`vouchers` text NOT NULL,
	`currency` text NOT NULL,
	`version` integer NOT NULL,
	`placed_at` integer NOT NULL,
	`placed_ms` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`paid_at` integer,
	CONSTRAINT "order_groups_total" CHECK("order_groups"."total_satang" >= 0),
	CONSTRAINT "order_groups_total_satang_whole" CHECK(typeof("order_groups"."total_satang") in ('integer', 'null')),
	CONSTRAINT "order_groups_version_whole" CHECK(typeof("order_groups"."version") in ('integer', 'null')),
	CONSTRAINT "order_groups_placed_ms_whole" CHECK(typeof("order_groups"."placed_ms") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `order_groups_number` ON `order_groups` (`number`);--> statement-breakpoint
CREATE INDEX `order_groups_user` ON `order_groups` (`user_id`,`payment_status`,`expires_at`);--> statement-breakpoint
CREATE INDEX `order_groups_guest_email` ON `order_groups` (`contact_email`,`payment_status`,`expires_at`) WHERE "order_groups"."user_id" is null;--> statement-breakpoint
CREATE INDEX `order_groups_guest_phone` ON `order_groups` (`contact_phone`,`payment_status`,`expires_at`) WHERE "order_groups"."user_id" is null;--> statement-breakpoint
CREATE INDEX `order_groups_unpaid` ON `order_groups` (`payment_status`,`expires_at`);--> statement-breakpoint
CREATE TABLE `order_history` (
	`aggregate_id` text NOT NULL,
	`version` integer NOT NULL,
	`group_id` text NOT NULL,
	`event` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`actor` text NOT NULL,
	`by_user_id` text,
	`reason` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`aggregate_id`, `version`),
	CONSTRAINT "order_history_version_whole" CHECK(typeof("order_history"."version") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `order_history_group` ON `order_history` (`group_id`,`at`);--> statement-breakpoint
CREATE TABLE `order_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`group_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`product_id` text NOT NULL,
	`product_slug` text NOT NULL,
	`sku` text NOT NULL,
	`title_th` text NOT NULL,
	`title_en` text NOT NULL,
	`options` text NOT NULL,
	`image_key` text,
	`quantity` integer NOT NULL,
	`flash_item_id` text,
	`sent_quantity` integer DEFAULT 0 NOT NULL,
	`list_price_satang` integer NOT NULL,
	`unit_price_satang` integer NOT NULL,
	`line_total_satang` integer NOT NULL,
	`discount_satang` integer NOT NULL,
	`platform_satang` integer NOT NULL,
	`vat_satang` integer NOT NULL,
	`vat_rate_bp` integer NOT NULL,
	`commission_rule_id` text,
	`commission_rate_bp` integer NOT NULL,
	`commission_base_satang` integer NOT NULL,
	`commission_satang` integer NOT NULL,
	`commission_vat_satang` integer NOT NULL,
	`refunded_quantity` integer NOT NULL,
	`position` integer NOT NULL,
	CONSTRAINT "order_lines_total" CHECK("order_lines"."line_total_satang" = "order_lines"."unit_price_satang" * "order_lines"."quantity"),
	CONSTRAINT "order_lines_sent" CHECK("order_lines"."sent_quantity" between 0 and "order_lines"."quantity"),
	CONSTRAINT "order_lines_discount" CHECK("order_lines"."discount_satang" between 0 and "order_lines"."line_total_satang"
          and "order_lines"."platform_satang" between 0 and "order_lines"."discount_satang"),
	CONSTRAINT "order_lines_commission" CHECK("order_lines"."commission_satang" between 0 and "order_lines"."commission_base_satang"),
	CONSTRAINT "order_lines_refunded" CHECK("order_lines"."refunded_quantity" between 0 and "order_lines"."quantity"),
	CONSTRAINT "order_lines_quantity_whole" CHECK(typeof("order_lines"."quantity") in ('integer', 'null')),
	CONSTRAINT "order_lines_sent_quantity_whole" CHECK(typeof("order_lines"."sent_quantity") in ('integer', 'null')),
	CONSTRAINT "order_lines_list_price_satang_whole" CHECK(typeof("order_lines"."list_price_satang") in ('integer', 'null')),
	CONSTRAINT "order_lines_unit_price_satang_whole" CHECK(typeof("order_lines"."unit_price_satang") in ('integer', 'null')),
	CONSTRAINT "order_lines_line_total_satang_whole" CHECK(typeof("order_lines"."line_total_satang") in ('integer', 'null')),
	CONSTRAINT "order_lines_discount_satang_whole" CHECK(typeof("order_lines"."discount_satang") in ('integer', 'null')),
	CONSTRAINT "order_lines_platform_satang_whole" CHECK(typeof("order_lines"."platform_satang") in ('integer', 'null')),
	CONSTRAINT "order_lines_vat_satang_whole" CHECK(typeof("order_lines"."vat_satang") in ('integer', 'null')),
	CONSTRAINT "order_lines_vat_rate_bp_whole" CHECK(typeof("order_lines"."vat_rate_bp") in ('integer', 'null')),
	CONSTRAINT "order_lines_commission_rate_bp_whole" CHECK(typeof("order_lines"."commission_rate_bp") in ('integer', 'null')),
	CONSTRAINT "order_lines_commission_base_satang_whole" CHECK(typeof("order_lines"."commission_base_satang") in ('integer', 'null')),
	CONSTRAINT "order_lines_commission_satang_whole" CHECK(typeof("order_lines"."commission_satang") in ('integer', 'null')),
	CONSTRAINT "order_lines_commission_vat_satang_whole" CHECK(typeof("order_lines"."commission_vat_satang") in ('integer', 'null')),
	CONSTRAINT "order_lines_refunded_quantity_whole" CHECK(typeof("order_lines"."refunded_quantity") in ('integer', 'null')),
	CONSTRAINT "order_lines_position_whole" CHECK(typeof("order_lines"."position") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `order_lines_order` ON `order_lines` (`order_id`,`position`);--> statement-breakpoint
CREATE INDEX `order_lines_group` ON `order_lines` (`group_id`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`number` text NOT NULL,
	`user_id` text,
	`shop_id` text NOT NULL,
	`shop_slug` text NOT NULL,
	`shop_name_th` text NOT NULL,
	`shop_name_en` text NOT NULL,
	`status` text NOT NULL,
	`subtotal_satang` integer NOT NULL,
	`shipping_satang` integer NOT NULL,
	`discount_satang` integer NOT NULL,
	`platform_satang` integer NOT NULL,
	`total_satang` integer NOT NULL,
	`vat_satang` integer NOT NULL,
	`shipping_option_id` text NOT NULL,
	`shipping_name_th` text NOT NULL,
	`shipping_name_en` text NOT NULL,
	`shipping_min_days` integer NOT NULL,
	`shipping_max_days` integer NOT NULL,
	`position` integer NOT NULL,
	`version` integer NOT NULL,
	`placed_at` integer NOT NULL,
	`placed_ms` integer NOT NULL,
	`ship_by` integer,
	`due_at` integer,
	`due_tries` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "orders_total" CHECK("orders"."total_satang" = "orders"."subtotal_satang" + "orders"."shipping_satang" - "orders"."discount_satang"),
	CONSTRAINT "orders_positive" CHECK("orders"."total_satang" >= 0 and "orders"."discount_satang" >= 0),
	CONSTRAINT "orders_platform" CHECK("orders"."platform_satang" >= 0 and "orders"."platform_satang" <= "orders"."discount_satang"),
	CONSTRAINT "orders_subtotal_satang_whole" CHECK(typeof("orders"."subtotal_satang") in ('integer', 'null')),
	CONSTRAINT "orders_shipping_satang_whole" CHECK(typeof("orders"."shipping_satang") in ('integer', 'null')),
	CONSTRAINT "orders_discount_satang_whole" CHECK(typeof("orders"."discount_satang") in ('integer', 'null')),
	CONSTRAINT "orders_platform_satang_whole" CHECK(typeof("orders"."platform_satang") in ('integer', 'null')),
	CONSTRAINT "orders_total_satang_whole" CHECK(typeof("orders"."total_satang") in ('integer', 'null')),
	CONSTRAINT "orders_vat_satang_whole" CHECK(typeof("orders"."vat_satang") in ('integer', 'null')),
	CONSTRAINT "orders_shipping_min_days_whole" CHECK(typeof("orders"."shipping_min_days") in ('integer', 'null')),
	CONSTRAINT "orders_shipping_max_days_whole" CHECK(typeof("orders"."shipping_max_days") in ('integer', 'null')),
	CONSTRAINT "orders_position_whole" CHECK(typeof("orders"."position") in ('integer', 'null')),
	CONSTRAINT "orders_version_whole" CHECK(typeof("orders"."version") in ('integer', 'null')),
	CONSTRAINT "orders_placed_ms_whole" CHECK(typeof("orders"."placed_ms") in ('integer', 'null')),
	CONSTRAINT "orders_due_tries_whole" CHECK(typeof("orders"."due_tries") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_number` ON `orders` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `orders_group` ON `orders` (`group_id`,`position`);--> statement-breakpoint
CREATE INDEX `orders_user` ON `orders` (`user_id`,`placed_ms`,`id`);--> statement-breakpoint
CREATE INDEX `orders_shop` ON `orders` (`shop_id`,`status`,`placed_ms`,`id`);--> statement-breakpoint
CREATE INDEX `orders_shop_placed` ON `orders` (`shop_id`,`placed_ms`,`id`);--> statement-breakpoint
CREATE INDEX `orders_due` ON `orders` (`due_at`) WHERE "orders"."due_at" is not null;--> statement-breakpoint
CREATE TABLE `outbox_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`aggregate_id` text NOT NULL,
	`version` integer NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`send_at_ms` integer,
	`attempts` integer NOT NULL,
	CONSTRAINT "outbox_messages_version_whole" CHECK(typeof("outbox_messages"."version") in ('integer', 'null')),
	CONSTRAINT "outbox_messages_send_at_ms_whole" CHECK(typeof("outbox_messages"."send_at_ms") in ('integer', 'null')),
	CONSTRAINT "outbox_messages_attempts_whole" CHECK(typeof("outbox_messages"."attempts") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `outbox_messages_unsent` ON `outbox_messages` (`send_at_ms`,`id`);--> statement-breakpoint
CREATE INDEX `outbox_messages_aggregate` ON `outbox_messages` (`aggregate_id`,`send_at_ms`,`id`);--> statement-breakpoint
CREATE INDEX `outbox_messages_created` ON `outbox_messages` (`created_at`);--> statement-breakpoint
CREATE TABLE `parcel_lines` (
	`parcel_id` text NOT NULL,
	`line_id` text NOT NULL,
	`quantity` integer NOT NULL,
	PRIMARY KEY(`parcel_id`, `line_id`),
	CONSTRAINT "parcel_lines_quantity" CHECK("parcel_lines"."quantity" > 0),
	CONSTRAINT "parcel_lines_quantity_whole" CHECK(typeof("parcel_lines"."quantity") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `parcels` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`group_id` text NOT NULL,
	`shop_id` text NOT NULL,
	`carrier` text NOT NULL,
	`tracking_number` text NOT NULL,
	`position` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`delivered_at` integer,
	CONSTRAINT "parcels_position_whole" CHECK(typeof("parcels"."position") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `parcels_order` ON `parcels` (`order_id`,`position`);--> statement-breakpoint
CREATE UNIQUE INDEX `parcels_once` ON `parcels` (`order_id`,`carrier`,`tracking_number`);--> statement-breakpoint
CREATE INDEX `parcels_number` ON `parcels` (`carrier`,`tracking_number`);--> statement-breakpoint
CREATE TABLE `payment_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`provider` text NOT NULL,
	`method` text NOT NULL,
	`status` text NOT NULL,
	`open_group_id` text,
	`amount_satang` integer NOT NULL,
	`currency` text NOT NULL,
	`provider_ref` text,
	`client_secret` text,
	`next_action` text,
	`failure_code` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`check_at_ms` integer,
	CONSTRAINT "payment_attempts_amount_satang_whole" CHECK(typeof("payment_attempts"."amount_satang") in ('integer', 'null')),
	CONSTRAINT "payment_attempts_version_whole" CHECK(typeof("payment_attempts"."version") in ('integer', 'null')),
	CONSTRAINT "payment_attempts_check_at_ms_whole" CHECK(typeof("payment_attempts"."check_at_ms") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_attempts_open` ON `payment_attempts` (`open_group_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `payment_attempts_ref` ON `payment_attempts` (`provider`,`provider_ref`);--> statement-breakpoint
CREATE INDEX `payment_attempts_group` ON `payment_attempts` (`group_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `payment_attempts_check` ON `payment_attempts` (`check_at_ms`);--> statement-breakpoint
CREATE TABLE `payment_splits` (
	`group_id` text NOT NULL,
	`order_id` text NOT NULL,
	`amount_satang` integer NOT NULL,
	`captured_satang` integer NOT NULL,
	`refunded_satang` integer NOT NULL,
	`charged_back_satang` integer NOT NULL,
	`disputed` integer NOT NULL,
	PRIMARY KEY(`group_id`, `order_id`),
	CONSTRAINT "payment_splits_captured" CHECK("payment_splits"."captured_satang" in (0, "payment_splits"."amount_satang")),
	CONSTRAINT "payment_splits_refunded" CHECK("payment_splits"."refunded_satang" >= 0 and "payment_splits"."charged_back_satang" >= 0
          and "payment_splits"."refunded_satang" + "payment_splits"."charged_back_satang" <= "payment_splits"."captured_satang"),
	CONSTRAINT "payment_splits_amount_satang_whole" CHECK(typeof("payment_splits"."amount_satang") in ('integer', 'null')),
	CONSTRAINT "payment_splits_captured_satang_whole" CHECK(typeof("payment_splits"."captured_satang") in ('integer', 'null')),
	CONSTRAINT "payment_splits_refunded_satang_whole" CHECK(typeof("payment_splits"."refunded_satang") in ('integer', 'null')),
	CONSTRAINT "payment_splits_charged_back_satang_whole" CHECK(typeof("payment_splits"."charged_back_satang") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `payments` (
	`group_id` text PRIMARY KEY NOT NULL,
	`amount_satang` integer NOT NULL,
	`captured_satang` integer NOT NULL,
	`refunded_satang` integer NOT NULL,
	`currency` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "payments_captured" CHECK("payments"."captured_satang" in (0, "payments"."amount_satang")),
	CONSTRAINT "payments_refunded" CHECK("payments"."refunded_satang" between 0 and "payments"."captured_satang"),
	CONSTRAINT "payments_amount_satang_whole" CHECK(typeof("payments"."amount_satang") in ('integer', 'null')),
	CONSTRAINT "payments_captured_satang_whole" CHECK(typeof("payments"."captured_satang") in ('integer', 'null')),
	CONSTRAINT "payments_refunded_satang_whole" CHECK(typeof("payments"."refunded_satang") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `processed_messages` (
	`consumer` text NOT NULL,
	`message_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`consumer`, `message_id`)
);
--> statement-breakpoint
CREATE INDEX `processed_messages_at` ON `processed_messages` (`at`);--> statement-breakpoint
CREATE TABLE `product_watches` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`target_id` text NOT NULL,
	`product_id` text NOT NULL,
	`mark_satang` integer,
	`created_at` integer NOT NULL,
	CONSTRAINT "product_watches_mark" CHECK(("product_watches"."kind" = 'price_drop') = ("product_watches"."mark_satang" is not null)),
	CONSTRAINT "product_watches_mark_satang_whole" CHECK(typeof("product_watches"."mark_satang") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `product_watches_once` ON `product_watches` (`user_id`,`kind`,`target_id`);--> statement-breakpoint
CREATE INDEX `product_watches_user` ON `product_watches` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `product_watches_target` ON `product_watches` (`kind`,`target_id`,`id`);--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`shop_id` text NOT NULL,
	`category_id` text NOT NULL,
	`brand_id` text,
	`status` text NOT NULL,
	`title_th` text NOT NULL,
	`title_en` text NOT NULL,
	`description_th` text NOT NULL,
	`description_en` text NOT NULL,
	`image_keys` text NOT NULL,
	`price_satang` integer NOT NULL,
	`compare_at_satang` integer,
	`in_stock` integer NOT NULL,
	`rating_sum` integer NOT NULL,
	`review_count` integer NOT NULL,
	`sold_count` integer NOT NULL,
	`published_at` integer,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL,
	CONSTRAINT "products_price" CHECK("products"."price_satang" >= 0),
	CONSTRAINT "products_price_satang_whole" CHECK(typeof("products"."price_satang") in ('integer', 'null')),
	CONSTRAINT "products_compare_at_satang_whole" CHECK(typeof("products"."compare_at_satang") in ('integer', 'null')),
	CONSTRAINT "products_rating_sum_whole" CHECK(typeof("products"."rating_sum") in ('integer', 'null')),
	CONSTRAINT "products_review_count_whole" CHECK(typeof("products"."review_count") in ('integer', 'null')),
	CONSTRAINT "products_sold_count_whole" CHECK(typeof("products"."sold_count") in ('integer', 'null')),
	CONSTRAINT "products_version_whole" CHECK(typeof("products"."version") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_slug` ON `products` (`slug`);--> statement-breakpoint
CREATE INDEX `products_shop` ON `products` (`shop_id`,`id`);--> statement-breakpoint
CREATE TABLE `provinces` (
	`slug` text PRIMARY KEY NOT NULL,
	`name_th` text NOT NULL,
	`name_en` text NOT NULL,
	`shop_count` integer NOT NULL,
	CONSTRAINT "provinces_shop_count_whole" CHECK(typeof("provinces"."shop_count") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `provinces_size` ON `provinces` (`shop_count`,`slug`);--> statement-breakpoint
CREATE TABLE `refresh_tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`generation` integer NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	CONSTRAINT "refresh_tokens_generation_whole" CHECK(typeof("refresh_tokens"."generation") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `refresh_tokens_generation` ON `refresh_tokens` (`session_id`,`generation`);--> statement-breakpoint
CREATE TABLE `refund_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`refund_id` text NOT NULL,
	`order_id` text NOT NULL,
	`line_id` text,
	`quantity` integer NOT NULL,
	`amount_satang` integer NOT NULL,
	`platform_satang` integer NOT NULL,
	`vat_satang` integer NOT NULL,
	`commission_satang` integer NOT NULL,
	`commission_vat_satang` integer NOT NULL,
	CONSTRAINT "refund_lines_quantity" CHECK("refund_lines"."quantity" > 0),
	CONSTRAINT "refund_lines_amounts" CHECK("refund_lines"."amount_satang" >= 0 and "refund_lines"."platform_satang" >= 0 and "refund_lines"."commission_satang" >= 0),
	CONSTRAINT "refund_lines_quantity_whole" CHECK(typeof("refund_lines"."quantity") in ('integer', 'null')),
	CONSTRAINT "refund_lines_amount_satang_whole" CHECK(typeof("refund_lines"."amount_satang") in ('integer', 'null')),
	CONSTRAINT "refund_lines_platform_satang_whole" CHECK(typeof("refund_lines"."platform_satang") in ('integer', 'null')),
	CONSTRAINT "refund_lines_vat_satang_whole" CHECK(typeof("refund_lines"."vat_satang") in ('integer', 'null')),
	CONSTRAINT "refund_lines_commission_satang_whole" CHECK(typeof("refund_lines"."commission_satang") in ('integer', 'null')),
	CONSTRAINT "refund_lines_commission_vat_satang_whole" CHECK(typeof("refund_lines"."commission_vat_satang") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `refund_lines_refund` ON `refund_lines` (`refund_id`);--> statement-breakpoint
CREATE INDEX `refund_lines_order` ON `refund_lines` (`order_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `refund_lines_shipping` ON `refund_lines` (`order_id`) WHERE "refund_lines"."line_id" is null;--> statement-breakpoint
CREATE TABLE `refunds` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text,
	`attempt_id` text,
	`order_id` text,
	`provider` text NOT NULL,
	`charge_ref` text NOT NULL,
	`amount_satang` integer NOT NULL,
	`currency` text NOT NULL,
	`reason` text NOT NULL,
	`granted_by` text,
	`note` text,
	`status` text NOT NULL,
	`provider_key` text NOT NULL,
	`provider_ref` text,
	`attempts` integer NOT NULL,
	`next_at_ms` integer,
	`created_at` integer NOT NULL,
	CONSTRAINT "refunds_amount" CHECK("refunds"."amount_satang" > 0 or ("refunds"."amount_satang" = 0
          and "refunds"."status" = 'succeeded' and "refunds"."next_at_ms" is null)),
	CONSTRAINT "refunds_amount_satang_whole" CHECK(typeof("refunds"."amount_satang") in ('integer', 'null')),
	CONSTRAINT "refunds_attempts_whole" CHECK(typeof("refunds"."attempts") in ('integer', 'null')),
	CONSTRAINT "refunds_next_at_ms_whole" CHECK(typeof("refunds"."next_at_ms") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `refunds_once` ON `refunds` (`provider`,`charge_ref`,`reason`) WHERE "refunds"."order_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `refunds_cancelled` ON `refunds` (`order_id`) WHERE "refunds"."reason" = 'cancelled';--> statement-breakpoint
CREATE INDEX `refunds_order` ON `refunds` (`order_id`,`id`);--> statement-breakpoint
CREATE INDEX `refunds_charge` ON `refunds` (`charge_ref`);--> statement-breakpoint
CREATE INDEX `refunds_group` ON `refunds` (`group_id`);--> statement-breakpoint
CREATE INDEX `refunds_ref` ON `refunds` (`provider`,`provider_ref`);--> statement-breakpoint
CREATE INDEX `refunds_next` ON `refunds` (`next_at_ms`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`user_id` text,
	`order_line_id` text,
	`author_name` text NOT NULL,
	`rating` integer NOT NULL,
	`body` text NOT NULL,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_ms` integer NOT NULL,
	CONSTRAINT "reviews_rating" CHECK("reviews"."rating" between 1 and 5),
	CONSTRAINT "reviews_rating_whole" CHECK(typeof("reviews"."rating") in ('integer', 'null')),
	CONSTRAINT "reviews_created_ms_whole" CHECK(typeof("reviews"."created_ms") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `reviews_product` ON `reviews` (`product_id`,`created_ms`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_line` ON `reviews` (`order_line_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`client_type` text NOT NULL,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `shipping_options` (
	`id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`kind` text NOT NULL,
	`name_th` text NOT NULL,
	`name_en` text NOT NULL,
	`price_satang` integer NOT NULL,
	`step_satang` integer NOT NULL,
	`step_grams` integer NOT NULL,
	`min_days` integer NOT NULL,
	`max_days` integer NOT NULL,
	`position` integer NOT NULL,
	`active` integer NOT NULL,
	CONSTRAINT "shipping_options_price" CHECK("shipping_options"."price_satang" >= 0 and "shipping_options"."step_satang" >= 0),
	CONSTRAINT "shipping_options_step" CHECK("shipping_options"."step_grams" > 0),
	CONSTRAINT "shipping_options_price_satang_whole" CHECK(typeof("shipping_options"."price_satang") in ('integer', 'null')),
	CONSTRAINT "shipping_options_step_satang_whole" CHECK(typeof("shipping_options"."step_satang") in ('integer', 'null')),
	CONSTRAINT "shipping_options_step_grams_whole" CHECK(typeof("shipping_options"."step_grams") in ('integer', 'null')),
	CONSTRAINT "shipping_options_min_days_whole" CHECK(typeof("shipping_options"."min_days") in ('integer', 'null')),
	CONSTRAINT "shipping_options_max_days_whole" CHECK(typeof("shipping_options"."max_days") in ('integer', 'null')),
	CONSTRAINT "shipping_options_position_whole" CHECK(typeof("shipping_options"."position") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `shipping_options_shop` ON `shipping_options` (`shop_id`,`position`,`id`);--> statement-breakpoint
CREATE TABLE `shop_chats` (
	`shop_id` text PRIMARY KEY NOT NULL,
	`hours` text NOT NULL,
	`away_text` text,
	`quick_replies` text NOT NULL,
	`version` integer NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	CONSTRAINT "shop_chats_version_whole" CHECK(typeof("shop_chats"."version") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `shop_invitations` (
	`shop_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `user_id`)
);
--> statement-breakpoint
CREATE INDEX `shop_invitations_user` ON `shop_invitations` (`user_id`,`created_at`,`shop_id`);--> statement-breakpoint
CREATE TABLE `shop_member_history` (
	`shop_id` text NOT NULL,
	`version` integer NOT NULL,
	`event` text NOT NULL,
	`user_id` text NOT NULL,
	`by` text NOT NULL,
	`from_role` text,
	`to_role` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `version`),
	CONSTRAINT "shop_member_history_version_whole" CHECK(typeof("shop_member_history"."version") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `shop_members` (
	`shop_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`shop_id`, `user_id`)
);
--> statement-breakpoint
CREATE INDEX `shop_members_user` ON `shop_members` (`user_id`,`shop_id`);--> statement-breakpoint
CREATE TABLE `shops` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name_th` text NOT NULL,
	`name_en` text NOT NULL,
	`description_th` text NOT NULL,
	`description_en` text NOT NULL,
	`province_th` text NOT NULL,
	`province_en` text NOT NULL,
	`province_slug` text NOT NULL,
	`image_key` text,
	`accepts_cod` integer NOT NULL,
	`product_count` integer NOT NULL,
	`sold_count` integer NOT NULL,
	`rating_sum` integer NOT NULL,
	`review_count` integer NOT NULL,
	`rating_cents` integer NOT NULL,
	`joined_at` integer NOT NULL,
	`suspended_at` integer,
	CONSTRAINT "shops_product_count_whole" CHECK(typeof("shops"."product_count") in ('integer', 'null')),
	CONSTRAINT "shops_sold_count_whole" CHECK(typeof("shops"."sold_count") in ('integer', 'null')),
	CONSTRAINT "shops_rating_sum_whole" CHECK(typeof("shops"."rating_sum") in ('integer', 'null')),
	CONSTRAINT "shops_review_count_whole" CHECK(typeof("shops"."review_count") in ('integer', 'null')),
	CONSTRAINT "shops_rating_cents_whole" CHECK(typeof("shops"."rating_cents") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shops_slug` ON `shops` (`slug`);--> statement-breakpoint
CREATE INDEX `shops_sold` ON `shops` (`sold_count`,`id`);--> statement-breakpoint
CREATE INDEX `shops_rating` ON `shops` (`rating_cents`,`id`);--> statement-breakpoint
CREATE INDEX `shops_province_sold` ON `shops` (`province_slug`,`sold_count`,`id`);--> statement-breakpoint
CREATE INDEX `shops_province_rating` ON `shops` (`province_slug`,`rating_cents`,`id`);--> statement-breakpoint
CREATE TABLE `stock_alerts` (
	`shop_id` text PRIMARY KEY NOT NULL,
	`low_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "stock_alerts_low" CHECK("stock_alerts"."low_at" between 0 and 1000),
	CONSTRAINT "stock_alerts_low_at_whole" CHECK(typeof("stock_alerts"."low_at") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `stock_levels` (
	`variant_id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`on_hand` integer NOT NULL,
	`reserved` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`low_at` integer,
	CONSTRAINT "stock_available" CHECK("stock_levels"."reserved" <= "stock_levels"."on_hand"),
	CONSTRAINT "stock_reserved" CHECK("stock_levels"."reserved" >= 0),
	CONSTRAINT "stock_levels_on_hand_whole" CHECK(typeof("stock_levels"."on_hand") in ('integer', 'null')),
	CONSTRAINT "stock_levels_reserved_whole" CHECK(typeof("stock_levels"."reserved") in ('integer', 'null')),
	CONSTRAINT "stock_levels_version_whole" CHECK(typeof("stock_levels"."version") in ('integer', 'null')),
	CONSTRAINT "stock_levels_low_at_whole" CHECK(typeof("stock_levels"."low_at") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `stock_levels_product` ON `stock_levels` (`product_id`);--> statement-breakpoint
CREATE TABLE `stock_movements` (
	`id` text PRIMARY KEY NOT NULL,
	`variant_id` text NOT NULL,
	`reason` text NOT NULL,
	`on_hand_delta` integer NOT NULL,
	`reserved_delta` integer NOT NULL,
	`ref_id` text NOT NULL,
	`by_user_id` text,
	`at` integer NOT NULL,
	CONSTRAINT "stock_movements_on_hand_delta_whole" CHECK(typeof("stock_movements"."on_hand_delta") in ('integer', 'null')),
	CONSTRAINT "stock_movements_reserved_delta_whole" CHECK(typeof("stock_movements"."reserved_delta") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_movements_once` ON `stock_movements` (`variant_id`,`ref_id`,`reason`);--> statement-breakpoint
CREATE TABLE `stock_reservations` (
	`group_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`state` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`group_id`, `variant_id`),
	CONSTRAINT "stock_reservations_quantity" CHECK("stock_reservations"."quantity" > 0),
	CONSTRAINT "stock_reservations_quantity_whole" CHECK(typeof("stock_reservations"."quantity") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `stock_reservations_variant` ON `stock_reservations` (`variant_id`,`state`);--> statement-breakpoint
CREATE TABLE `transaction_events` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text,
	`attempt_id` text,
	`provider` text NOT NULL,
	`kind` text NOT NULL,
	`provider_ref` text NOT NULL,
	`amount_satang` integer NOT NULL,
	`currency` text NOT NULL,
	`reason` text,
	`at` integer NOT NULL,
	CONSTRAINT "transaction_events_amount_satang_whole" CHECK(typeof("transaction_events"."amount_satang") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `transaction_events_once` ON `transaction_events` (`provider`,`provider_ref`,`kind`);--> statement-breakpoint
CREATE INDEX `transaction_events_group` ON `transaction_events` (`group_id`,`at`);--> statement-breakpoint
CREATE INDEX `transaction_events_kind` ON `transaction_events` (`kind`,`id`);--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`content_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`open_until_ms` integer NOT NULL,
	`object` text,
	`width` integer,
	`height` integer,
	`used_for` text,
	`used_as` text,
	`due_ms` integer NOT NULL,
	CONSTRAINT "uploads_bytes_whole" CHECK(typeof("uploads"."bytes") in ('integer', 'null')),
	CONSTRAINT "uploads_open_until_ms_whole" CHECK(typeof("uploads"."open_until_ms") in ('integer', 'null')),
	CONSTRAINT "uploads_width_whole" CHECK(typeof("uploads"."width") in ('integer', 'null')),
	CONSTRAINT "uploads_height_whole" CHECK(typeof("uploads"."height") in ('integer', 'null')),
	CONSTRAINT "uploads_due_ms_whole" CHECK(typeof("uploads"."due_ms") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `uploads_due` ON `uploads` (`due_ms`);--> statement-breakpoint
CREATE INDEX `uploads_user` ON `uploads` (`user_id`,`used_for`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`roles` text NOT NULL,
	`suspended_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `variants` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`shop_id` text NOT NULL,
	`sku` text NOT NULL,
	`options` text NOT NULL,
	`price_satang` integer NOT NULL,
	`compare_at_satang` integer,
	`weight_grams` integer NOT NULL,
	`position` integer NOT NULL,
	`active` integer NOT NULL,
	CONSTRAINT "variants_price" CHECK("variants"."price_satang" > 0),
	CONSTRAINT "variants_price_satang_whole" CHECK(typeof("variants"."price_satang") in ('integer', 'null')),
	CONSTRAINT "variants_compare_at_satang_whole" CHECK(typeof("variants"."compare_at_satang") in ('integer', 'null')),
	CONSTRAINT "variants_weight_grams_whole" CHECK(typeof("variants"."weight_grams") in ('integer', 'null')),
	CONSTRAINT "variants_position_whole" CHECK(typeof("variants"."position") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `variants_sku` ON `variants` (`shop_id`,`sku`);--> statement-breakpoint
CREATE INDEX `variants_shop` ON `variants` (`shop_id`,`id`);--> statement-breakpoint
CREATE INDEX `variants_product` ON `variants` (`product_id`,`position`,`id`);--> statement-breakpoint
CREATE TABLE `voucher_holders` (
	`voucher_id` text NOT NULL,
	`holder` text NOT NULL,
	`user_id` text,
	`claimed_at` integer NOT NULL,
	`used` integer NOT NULL,
	`most` integer NOT NULL,
	PRIMARY KEY(`voucher_id`, `holder`),
	CONSTRAINT "voucher_holders_most" CHECK("voucher_holders"."used" <= "voucher_holders"."most"),
	CONSTRAINT "voucher_holders_used" CHECK("voucher_holders"."used" >= 0),
	CONSTRAINT "voucher_holders_used_whole" CHECK(typeof("voucher_holders"."used") in ('integer', 'null')),
	CONSTRAINT "voucher_holders_most_whole" CHECK(typeof("voucher_holders"."most") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `voucher_holders_user` ON `voucher_holders` (`user_id`,`claimed_at`);--> statement-breakpoint
CREATE TABLE `voucher_uses` (
	`group_id` text NOT NULL,
	`voucher_id` text NOT NULL,
	`state` text NOT NULL,
	`holder` text NOT NULL,
	`other_holder` text,
	`amount_satang` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`group_id`, `voucher_id`),
	CONSTRAINT "voucher_uses_amount" CHECK("voucher_uses"."amount_satang" > 0),
	CONSTRAINT "voucher_uses_amount_satang_whole" CHECK(typeof("voucher_uses"."amount_satang") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `voucher_uses_voucher` ON `voucher_uses` (`voucher_id`,`state`);--> statement-breakpoint
CREATE TABLE `vouchers` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`shop_id` text,
	`title_th` text NOT NULL,
	`title_en` text NOT NULL,
	`benefit` text NOT NULL,
	`amount_satang` integer,
	`rate_bp` integer,
	`cap_satang` integer,
	`buy_count` integer,
	`get_count` integer,
	`minimum_satang` integer NOT NULL,
	`product_ids` text,
	`category_ids` text,
	`audience` text NOT NULL,
	`shop_pays_bp` integer NOT NULL,
	`claimable_from` integer NOT NULL,
	`claimable_until` integer NOT NULL,
	`usable_from` integer NOT NULL,
	`usable_until` integer NOT NULL,
	`quota` integer NOT NULL,
	`taken` integer NOT NULL,
	`per_buyer` integer NOT NULL,
	`listed` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "vouchers_quota" CHECK("vouchers"."taken" <= "vouchers"."quota"),
	CONSTRAINT "vouchers_taken" CHECK("vouchers"."taken" >= 0),
	CONSTRAINT "vouchers_payer" CHECK("vouchers"."shop_pays_bp" between 0 and 10000),
	CONSTRAINT "vouchers_shop" CHECK("vouchers"."kind" <> 'shop' or "vouchers"."shop_id" is not null),
	CONSTRAINT "vouchers_amount_satang_whole" CHECK(typeof("vouchers"."amount_satang") in ('integer', 'null')),
	CONSTRAINT "vouchers_rate_bp_whole" CHECK(typeof("vouchers"."rate_bp") in ('integer', 'null')),
	CONSTRAINT "vouchers_cap_satang_whole" CHECK(typeof("vouchers"."cap_satang") in ('integer', 'null')),
	CONSTRAINT "vouchers_buy_count_whole" CHECK(typeof("vouchers"."buy_count") in ('integer', 'null')),
	CONSTRAINT "vouchers_get_count_whole" CHECK(typeof("vouchers"."get_count") in ('integer', 'null')),
	CONSTRAINT "vouchers_minimum_satang_whole" CHECK(typeof("vouchers"."minimum_satang") in ('integer', 'null')),
	CONSTRAINT "vouchers_shop_pays_bp_whole" CHECK(typeof("vouchers"."shop_pays_bp") in ('integer', 'null')),
	CONSTRAINT "vouchers_quota_whole" CHECK(typeof("vouchers"."quota") in ('integer', 'null')),
	CONSTRAINT "vouchers_taken_whole" CHECK(typeof("vouchers"."taken") in ('integer', 'null')),
	CONSTRAINT "vouchers_per_buyer_whole" CHECK(typeof("vouchers"."per_buyer") in ('integer', 'null')),
	CONSTRAINT "vouchers_version_whole" CHECK(typeof("vouchers"."version") in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vouchers_code` ON `vouchers` (`code`);--> statement-breakpoint
CREATE INDEX `vouchers_issuer` ON `vouchers` (`shop_id`,`id`);--> statement-breakpoint
CREATE INDEX `vouchers_listed` ON `vouchers` (`listed`,`shop_id`,`claimable_until`);