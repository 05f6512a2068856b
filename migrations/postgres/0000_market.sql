CREATE TABLE "addresses" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"recipient" text NOT NULL,
	"phone" text NOT NULL,
	"line1" text NOT NULL,
	"line2" text,
	"subdistrict" text NOT NULL,
	"district" text NOT NULL,
	"province" text NOT NULL,
	"postcode" text NOT NULL,
	"is_default" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "brands" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"product_count" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "breaks" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"status" text NOT NULL,
	"expected_satang" bigint NOT NULL,
	"actual_satang" bigint NOT NULL,
	"group_id" text,
	"times" bigint NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "buyer_holds" (
	"id" text PRIMARY KEY NOT NULL,
	"held" bigint NOT NULL,
	"most" bigint NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "buyer_holds_most" CHECK ("buyer_holds"."held" <= "buyer_holds"."most")
);
--> statement-breakpoint
CREATE TABLE "cart_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"cart_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"quantity" bigint NOT NULL,
	"seen_price_satang" bigint NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cart_lines_quantity" CHECK ("cart_lines"."quantity" between 1 and 99)
);
--> statement-breakpoint
CREATE TABLE "carts" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"guest" boolean NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cash_terms" (
	"shop_id" text PRIMARY KEY NOT NULL,
	"maximum_satang" bigint,
	"provinces" jsonb NOT NULL,
	"version" bigint NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cash_terms_maximum" CHECK ("cash_terms"."maximum_satang" >= 0)
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"parent_id" text,
	"level" bigint NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"image_key" text,
	"position" bigint NOT NULL,
	"product_count" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chargeback_shares" (
	"chargeback_id" text NOT NULL,
	"order_id" text NOT NULL,
	"amount_satang" bigint NOT NULL,
	CONSTRAINT "chargeback_shares_pk" PRIMARY KEY("chargeback_id","order_id"),
	CONSTRAINT "chargeback_shares_amount" CHECK ("chargeback_shares"."amount_satang" >= 0)
);
--> statement-breakpoint
CREATE TABLE "chargebacks" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"provider_ref" text NOT NULL,
	"charge_ref" text NOT NULL,
	"attempt_id" text NOT NULL,
	"group_id" text NOT NULL,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"amount_satang" bigint NOT NULL,
	"withdrawn_satang" bigint NOT NULL,
	"unborne_satang" bigint NOT NULL,
	"fee_satang" bigint NOT NULL,
	"currency" text NOT NULL,
	"version" bigint NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "chargebacks_withdrawn" CHECK ("chargebacks"."withdrawn_satang" >= 0 and "chargebacks"."unborne_satang" between 0 and "chargebacks"."withdrawn_satang")
);
--> statement-breakpoint
CREATE TABLE "chat_erasures" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "chat_messages" (
	"conversation_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"from" text NOT NULL,
	"by_id" text,
	"by_name" text,
	"body" jsonb NOT NULL,
	"words" text,
	"edit" bigint NOT NULL,
	CONSTRAINT "chat_messages_pk" PRIMARY KEY("conversation_id","seq")
);
--> statement-breakpoint
CREATE TABLE "chat_oversights" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"operator_id" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chat_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"side" text NOT NULL,
	"user_id" text NOT NULL,
	"reason" text NOT NULL,
	"seq" bigint,
	"note" text,
	"said" jsonb,
	"status" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_by" text,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "chat_waits" (
	"conversation_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"shop_id" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "chat_waits_pk" PRIMARY KEY("conversation_id","seq")
);
--> statement-breakpoint
CREATE TABLE "commission_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text,
	"category_id" text,
	"product_id" text,
	"rate_bp" bigint NOT NULL,
	"fixed_satang" bigint NOT NULL,
	"min_satang" bigint,
	"max_satang" bigint,
	"starts_at_ms" bigint NOT NULL,
	"ends_at_ms" bigint NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_by" text,
	CONSTRAINT "commission_rules_rate" CHECK ("commission_rules"."rate_bp" between 0 and 10000),
	CONSTRAINT "commission_rules_fixed" CHECK ("commission_rules"."fixed_satang" >= 0),
	CONSTRAINT "commission_rules_bounds" CHECK (coalesce("commission_rules"."min_satang", 0) >= 0 and coalesce("commission_rules"."max_satang", "commission_rules"."min_satang", 0) >= coalesce("commission_rules"."min_satang", 0)),
	CONSTRAINT "commission_rules_window" CHECK ("commission_rules"."ends_at_ms" >= "commission_rules"."starts_at_ms")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_at_ms" bigint NOT NULL,
	"last_seq" bigint NOT NULL,
	"last_from" text,
	"last_type" text,
	"last_text" text,
	"read_by_shopper" bigint NOT NULL,
	"read_by_shop" bigint NOT NULL,
	"unread_by_shopper" bigint NOT NULL,
	"unread_by_shop" bigint NOT NULL,
	"blocked_by_shopper" boolean NOT NULL,
	"blocked_by_shop" boolean NOT NULL,
	"changes" bigint NOT NULL,
	CONSTRAINT "conversations_unread" CHECK ("conversations"."unread_by_shopper" >= 0 and "conversations"."unread_by_shop" >= 0)
);
--> statement-breakpoint
CREATE TABLE "dead_letters" (
	"id" text PRIMARY KEY NOT NULL,
	"queue" text NOT NULL,
	"body" jsonb NOT NULL,
	"attempts" bigint NOT NULL,
	"died_at" timestamp (3) with time zone NOT NULL,
	"died_ms" bigint NOT NULL,
	"replayed_at" timestamp (3) with time zone,
	"replayed_by" text,
	"lease_until_ms" bigint
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"message_key" text NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"user_id" text,
	"address" text,
	"topic" text NOT NULL,
	"kind" text NOT NULL,
	"params" jsonb NOT NULL,
	"link" text NOT NULL,
	"locale" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"attempts" bigint NOT NULL,
	"due_ms" bigint,
	"provider_ref" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "dev_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"html" text,
	"way" text NOT NULL,
	"request" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"token" text NOT NULL,
	"token_hash" text NOT NULL,
	"p256dh" text,
	"auth" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "digest_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"message_key" text NOT NULL,
	"topic" text NOT NULL,
	"kind" text NOT NULL,
	"params" jsonb NOT NULL,
	"link" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "discounts" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"order_id" text NOT NULL,
	"line_id" text,
	"kind" text NOT NULL,
	"voucher_id" text NOT NULL,
	"amount_satang" bigint NOT NULL,
	"shop_satang" bigint NOT NULL,
	"platform_satang" bigint NOT NULL,
	CONSTRAINT "discounts_amount" CHECK ("discounts"."amount_satang" > 0),
	CONSTRAINT "discounts_payers" CHECK ("discounts"."shop_satang" + "discounts"."platform_satang" = "discounts"."amount_satang"),
	CONSTRAINT "discounts_paid" CHECK ("discounts"."shop_satang" >= 0 and "discounts"."platform_satang" >= 0)
);
--> statement-breakpoint
CREATE TABLE "flash_buyers" (
	"item_id" text NOT NULL,
	"holder" text NOT NULL,
	"taken" bigint NOT NULL,
	"most" bigint NOT NULL,
	CONSTRAINT "flash_buyers_pk" PRIMARY KEY("item_id","holder"),
	CONSTRAINT "flash_buyers_most" CHECK ("flash_buyers"."taken" <= "flash_buyers"."most"),
	CONSTRAINT "flash_buyers_taken" CHECK ("flash_buyers"."taken" >= 0)
);
--> statement-breakpoint
CREATE TABLE "flash_calendar" (
	"id" text PRIMARY KEY NOT NULL,
	"overlaps" bigint NOT NULL,
	CONSTRAINT "flash_calendar_free" CHECK ("flash_calendar"."overlaps" = 0)
);
--> statement-breakpoint
CREATE TABLE "flash_sale_history" (
	"sale_id" text NOT NULL,
	"version" bigint NOT NULL,
	"event" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "flash_sale_history_pk" PRIMARY KEY("sale_id","version")
);
--> statement-breakpoint
CREATE TABLE "flash_sale_items" (
	"id" text PRIMARY KEY NOT NULL,
	"sale_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"product_id" text NOT NULL,
	"price_satang" bigint NOT NULL,
	"list_price_satang" bigint NOT NULL,
	"quota" bigint NOT NULL,
	"per_buyer" bigint NOT NULL,
	"reserved" bigint NOT NULL,
	"sold" bigint NOT NULL,
	"returned" bigint NOT NULL,
	"taking" boolean NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"version" bigint NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "flash_items_quota" CHECK ("flash_sale_items"."reserved" + "flash_sale_items"."sold" + "flash_sale_items"."returned" <= "flash_sale_items"."quota"),
	CONSTRAINT "flash_items_counts" CHECK ("flash_sale_items"."reserved" >= 0 and "flash_sale_items"."sold" >= 0 and "flash_sale_items"."returned" >= 0),
	CONSTRAINT "flash_items_price" CHECK ("flash_sale_items"."price_satang" between 1 and "flash_sale_items"."list_price_satang")
);
--> statement-breakpoint
CREATE TABLE "flash_sales" (
	"id" text PRIMARY KEY NOT NULL,
	"title_th" text NOT NULL,
	"title_en" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "flash_takes" (
	"group_id" text NOT NULL,
	"item_id" text NOT NULL,
	"quantity" bigint NOT NULL,
	"state" text NOT NULL,
	"holder" text NOT NULL,
	"other_holder" text,
	"told" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "flash_takes_pk" PRIMARY KEY("group_id","item_id"),
	CONSTRAINT "flash_takes_quantity" CHECK ("flash_takes"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "flash_transfers" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"quantity" bigint NOT NULL,
	"done" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"state" text NOT NULL,
	"resource_id" text NOT NULL,
	"lease_until_ms" bigint NOT NULL,
	"status" bigint,
	"body" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
CREATE TABLE "inbox_events" (
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"object_ref" text NOT NULL,
	"livemode" boolean NOT NULL,
	"status" text NOT NULL,
	"attempts" bigint NOT NULL,
	"note" text,
	"next_at_ms" bigint,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "inbox_events_pk" PRIMARY KEY("provider","event_id")
);
--> statement-breakpoint
CREATE TABLE "job_cursors" (
	"name" text PRIMARY KEY NOT NULL,
	"position" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_balances" (
	"account" text NOT NULL,
	"part" bigint NOT NULL,
	"amount_satang" bigint NOT NULL,
	CONSTRAINT "ledger_balances_pk" PRIMARY KEY("account","part")
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"journal_id" text NOT NULL,
	"account" text NOT NULL,
	"amount_satang" bigint NOT NULL,
	CONSTRAINT "ledger_entries_amount" CHECK ("ledger_entries"."amount_satang" <> 0 and abs("ledger_entries"."amount_satang") <= 9007199254740991)
);
--> statement-breakpoint
CREATE TABLE "ledger_journals" (
	"id" text PRIMARY KEY NOT NULL,
	"event" text NOT NULL,
	"group_id" text,
	"order_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"sealed" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"shelf" text NOT NULL,
	"product_id" text NOT NULL,
	"price_satang" bigint NOT NULL,
	"rating_cents" bigint NOT NULL,
	"sold_count" bigint NOT NULL,
	"published_ms" bigint NOT NULL,
	"in_stock" boolean NOT NULL,
	CONSTRAINT "listings_pk" PRIMARY KEY("shelf","product_id")
);
--> statement-breakpoint
CREATE TABLE "low_stock" (
	"variant_id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "new_buyer_uses" (
	"holder" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification_preferences" (
	"id" text PRIMARY KEY NOT NULL,
	"choices" jsonb NOT NULL,
	"digest" jsonb,
	"locale" text NOT NULL,
	"quiet_from" bigint,
	"quiet_to" bigint,
	"version" bigint NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"message_key" text NOT NULL,
	"topic" text NOT NULL,
	"kind" text NOT NULL,
	"params" jsonb NOT NULL,
	"link" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "operator_events" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"topic" text NOT NULL,
	"event" text NOT NULL,
	"subject" text NOT NULL,
	"label" text NOT NULL,
	"amount_satang" bigint,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_groups" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"user_id" text,
	"contact_email" text NOT NULL,
	"contact_phone" text NOT NULL,
	"locale" text NOT NULL,
	"address" jsonb NOT NULL,
	"payment_status" text NOT NULL,
	"total_satang" bigint NOT NULL,
	"vouchers" jsonb NOT NULL,
	"currency" text NOT NULL,
	"version" bigint NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"placed_ms" bigint NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"paid_at" timestamp (3) with time zone,
	CONSTRAINT "order_groups_total" CHECK ("order_groups"."total_satang" >= 0)
);
--> statement-breakpoint
CREATE TABLE "order_history" (
	"aggregate_id" text NOT NULL,
	"version" bigint NOT NULL,
	"group_id" text NOT NULL,
	"event" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor" text NOT NULL,
	"by_user_id" text,
	"reason" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "order_history_pk" PRIMARY KEY("aggregate_id","version")
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"group_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"product_id" text NOT NULL,
	"product_slug" text NOT NULL,
	"sku" text NOT NULL,
	"title_th" text NOT NULL,
	"title_en" text NOT NULL,
	"options" jsonb NOT NULL,
	"image_key" text,
	"quantity" bigint NOT NULL,
	"flash_item_id" text,
	"sent_quantity" bigint DEFAULT 0 NOT NULL,
	"list_price_satang" bigint NOT NULL,
	"unit_price_satang" bigint NOT NULL,
	"line_total_satang" bigint NOT NULL,
	"discount_satang" bigint NOT NULL,
	"platform_satang" bigint NOT NULL,
	"vat_satang" bigint NOT NULL,
	"vat_rate_bp" bigint NOT NULL,
	"commission_rule_id" text,
	"commission_rate_bp" bigint NOT NULL,
	"commission_base_satang" bigint NOT NULL,
	"commission_satang" bigint NOT NULL,
	"commission_vat_satang" bigint NOT NULL,
	"refunded_quantity" bigint NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "order_lines_total" CHECK ("order_lines"."line_total_satang" = "order_lines"."unit_price_satang" * "order_lines"."quantity"),
	CONSTRAINT "order_lines_sent" CHECK ("order_lines"."sent_quantity" between 0 and "order_lines"."quantity"),
	CONSTRAINT "order_lines_discount" CHECK ("order_lines"."discount_satang" between 0 and "order_lines"."line_total_satang"
          and "order_lines"."platform_satang" between 0 and "order_lines"."discount_satang"),
	CONSTRAINT "order_lines_commission" CHECK ("order_lines"."commission_satang" between 0 and "order_lines"."commission_base_satang"),
	CONSTRAINT "order_lines_refunded" CHECK ("order_lines"."refunded_quantity" between 0 and "order_lines"."quantity")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"number" text NOT NULL,
	"user_id" text,
	"shop_id" text NOT NULL,
	"shop_slug" text NOT NULL,
	"shop_name_th" text NOT NULL,
	"shop_name_en" text NOT NULL,
	"status" text NOT NULL,
	"subtotal_satang" bigint NOT NULL,
	"shipping_satang" bigint NOT NULL,
	"discount_satang" bigint NOT NULL,
	"platform_satang" bigint NOT NULL,
	"total_satang" bigint NOT NULL,
	"vat_satang" bigint NOT NULL,
	"shipping_option_id" text NOT NULL,
	"shipping_name_th" text NOT NULL,
	"shipping_name_en" text NOT NULL,
	"shipping_min_days" bigint NOT NULL,
	"shipping_max_days" bigint NOT NULL,
	"position" bigint NOT NULL,
	"version" bigint NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"placed_ms" bigint NOT NULL,
	"ship_by" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"due_tries" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "orders_total" CHECK ("orders"."total_satang" = "orders"."subtotal_satang" + "orders"."shipping_satang" - "orders"."discount_satang"),
	CONSTRAINT "orders_positive" CHECK ("orders"."total_satang" >= 0 and "orders"."discount_satang" >= 0),
	CONSTRAINT "orders_platform" CHECK ("orders"."platform_satang" >= 0 and "orders"."platform_satang" <= "orders"."discount_satang")
);
--> statement-breakpoint
CREATE TABLE "outbox_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"aggregate_id" text NOT NULL,
	"version" bigint NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"send_at_ms" bigint,
	"attempts" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "parcel_lines" (
	"parcel_id" text NOT NULL,
	"line_id" text NOT NULL,
	"quantity" bigint NOT NULL,
	CONSTRAINT "parcel_lines_pk" PRIMARY KEY("parcel_id","line_id"),
	CONSTRAINT "parcel_lines_quantity" CHECK ("parcel_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "parcels" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"group_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"carrier" text NOT NULL,
	"tracking_number" text NOT NULL,
	"position" bigint NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "payment_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"provider" text NOT NULL,
	"method" text NOT NULL,
	"status" text NOT NULL,
	"open_group_id" text,
	"amount_satang" bigint NOT NULL,
	"currency" text NOT NULL,
	"provider_ref" text,
	"client_secret" text,
	"next_action" jsonb,
	"failure_code" text,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"check_at_ms" bigint
);
--> statement-breakpoint
CREATE TABLE "payment_splits" (
	"group_id" text NOT NULL,
	"order_id" text NOT NULL,
	"amount_satang" bigint NOT NULL,
	"captured_satang" bigint NOT NULL,
	"refunded_satang" bigint NOT NULL,
	"charged_back_satang" bigint NOT NULL,
	"disputed" boolean NOT NULL,
	CONSTRAINT "payment_splits_pk" PRIMARY KEY("group_id","order_id"),
	CONSTRAINT "payment_splits_captured" CHECK ("payment_splits"."captured_satang" in (0, "payment_splits"."amount_satang")),
	CONSTRAINT "payment_splits_refunded" CHECK ("payment_splits"."refunded_satang" >= 0 and "payment_splits"."charged_back_satang" >= 0
          and "payment_splits"."refunded_satang" + "payment_splits"."charged_back_satang" <= "payment_splits"."captured_satang")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"group_id" text PRIMARY KEY NOT NULL,
	"amount_satang" bigint NOT NULL,
	"captured_satang" bigint NOT NULL,
	"refunded_satang" bigint NOT NULL,
	"currency" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payments_captured" CHECK ("payments"."captured_satang" in (0, "payments"."amount_satang")),
	CONSTRAINT "payments_refunded" CHECK ("payments"."refunded_satang" between 0 and "payments"."captured_satang")
);
--> statement-breakpoint
CREATE TABLE "processed_messages" (
	"consumer" text NOT NULL,
	"message_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "processed_messages_pk" PRIMARY KEY("consumer","message_id")
);
--> statement-breakpoint
CREATE TABLE "product_watches" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"target_id" text NOT NULL,
	"product_id" text NOT NULL,
	"mark_satang" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "product_watches_mark" CHECK (("product_watches"."kind" = 'price_drop') = ("product_watches"."mark_satang" is not null))
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"shop_id" text NOT NULL,
	"category_id" text NOT NULL,
	"brand_id" text,
	"status" text NOT NULL,
	"title_th" text NOT NULL,
	"title_en" text NOT NULL,
	"description_th" text NOT NULL,
	"description_en" text NOT NULL,
	"image_keys" jsonb NOT NULL,
	"price_satang" bigint NOT NULL,
	"compare_at_satang" bigint,
	"in_stock" boolean NOT NULL,
	"rating_sum" bigint NOT NULL,
	"review_count" bigint NOT NULL,
	"sold_count" bigint NOT NULL,
	"published_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "products_price" CHECK ("products"."price_satang" >= 0)
);
--> statement-breakpoint
CREATE TABLE "provinces" (
	"slug" text PRIMARY KEY NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"shop_count" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"generation" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "refund_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"refund_id" text NOT NULL,
	"order_id" text NOT NULL,
	"line_id" text,
	"quantity" bigint NOT NULL,
	"amount_satang" bigint NOT NULL,
	"platform_satang" bigint NOT NULL,
	"vat_satang" bigint NOT NULL,
	"commission_satang" bigint NOT NULL,
	"commission_vat_satang" bigint NOT NULL,
	CONSTRAINT "refund_lines_quantity" CHECK ("refund_lines"."quantity" > 0),
	CONSTRAINT "refund_lines_amounts" CHECK ("refund_lines"."amount_satang" >= 0 and "refund_lines"."platform_satang" >= 0 and "refund_lines"."commission_satang" >= 0)
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text,
	"attempt_id" text,
	"order_id" text,
	"provider" text NOT NULL,
	"charge_ref" text NOT NULL,
	"amount_satang" bigint NOT NULL,
	"currency" text NOT NULL,
	"reason" text NOT NULL,
	"granted_by" text,
	"note" text,
	"status" text NOT NULL,
	"provider_key" text NOT NULL,
	"provider_ref" text,
	"attempts" bigint NOT NULL,
	"next_at_ms" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "refunds_amount" CHECK ("refunds"."amount_satang" > 0 or ("refunds"."amount_satang" = 0
          and "refunds"."status" = 'succeeded' and "refunds"."next_at_ms" is null))
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"user_id" text,
	"order_line_id" text,
	"author_name" text NOT NULL,
	"rating" bigint NOT NULL,
	"body" text NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_ms" bigint NOT NULL,
	CONSTRAINT "reviews_rating" CHECK ("reviews"."rating" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"client_type" text NOT NULL,
	"user_agent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "shipping_options" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"kind" text NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"price_satang" bigint NOT NULL,
	"step_satang" bigint NOT NULL,
	"step_grams" bigint NOT NULL,
	"min_days" bigint NOT NULL,
	"max_days" bigint NOT NULL,
	"position" bigint NOT NULL,
	"active" boolean NOT NULL,
	CONSTRAINT "shipping_options_price" CHECK ("shipping_options"."price_satang" >= 0 and "shipping_options"."step_satang" >= 0),
	CONSTRAINT "shipping_options_step" CHECK ("shipping_options"."step_grams" > 0)
);
--> statement-breakpoint
CREATE TABLE "shop_chats" (
	"shop_id" text PRIMARY KEY NOT NULL,
	"hours" jsonb NOT NULL,
	"away_text" text,
	"quick_replies" jsonb NOT NULL,
	"version" bigint NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shop_invitations" (
	"shop_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shop_invitations_pk" PRIMARY KEY("shop_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "shop_member_history" (
	"shop_id" text NOT NULL,
	"version" bigint NOT NULL,
	"event" text NOT NULL,
	"user_id" text NOT NULL,
	"by" text NOT NULL,
	"from_role" text,
	"to_role" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shop_member_history_pk" PRIMARY KEY("shop_id","version")
);
--> statement-breakpoint
CREATE TABLE "shop_members" (
	"shop_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shop_members_pk" PRIMARY KEY("shop_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "shops" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name_th" text NOT NULL,
	"name_en" text NOT NULL,
	"description_th" text NOT NULL,
	"description_en" text NOT NULL,
	"province_th" text NOT NULL,
	"province_en" text NOT NULL,
	"province_slug" text NOT NULL,
	"image_key" text,
	"accepts_cod" boolean NOT NULL,
	"product_count" bigint NOT NULL,
	"sold_count" bigint NOT NULL,
	"rating_sum" bigint NOT NULL,
	"review_count" bigint NOT NULL,
	"rating_cents" bigint NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"suspended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "stock_alerts" (
	"shop_id" text PRIMARY KEY NOT NULL,
	"low_at" bigint NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stock_alerts_low" CHECK ("stock_alerts"."low_at" between 0 and 1000)
);
--> statement-breakpoint
CREATE TABLE "stock_levels" (
	"variant_id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"on_hand" bigint NOT NULL,
	"reserved" bigint NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"low_at" bigint,
	CONSTRAINT "stock_available" CHECK ("stock_levels"."reserved" <= "stock_levels"."on_hand"),
	CONSTRAINT "stock_reserved" CHECK ("stock_levels"."reserved" >= 0)
);
--> statement-breakpoint
CREATE TABLE "stock_movements" (
	"id" text PRIMARY KEY NOT NULL,
	"variant_id" text NOT NULL,
	"reason" text NOT NULL,
	"on_hand_delta" bigint NOT NULL,
	"reserved_delta" bigint NOT NULL,
	"ref_id" text NOT NULL,
	"by_user_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stock_reservations" (
	"group_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"quantity" bigint NOT NULL,
	"state" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stock_reservations_pk" PRIMARY KEY("group_id","variant_id"),
	CONSTRAINT "stock_reservations_quantity" CHECK ("stock_reservations"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "transaction_events" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text,
	"attempt_id" text,
	"provider" text NOT NULL,
	"kind" text NOT NULL,
	"provider_ref" text NOT NULL,
	"amount_satang" bigint NOT NULL,
	"currency" text NOT NULL,
	"reason" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"open_until_ms" bigint NOT NULL,
	"object" text,
	"width" bigint,
	"height" bigint,
	"used_for" text,
	"used_as" text,
	"due_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"roles" jsonb NOT NULL,
	"suspended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "variants" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"sku" text NOT NULL,
	"options" jsonb NOT NULL,
	"price_satang" bigint NOT NULL,
	"compare_at_satang" bigint,
	"weight_grams" bigint NOT NULL,
	"position" bigint NOT NULL,
	"active" boolean NOT NULL,
	CONSTRAINT "variants_price" CHECK ("variants"."price_satang" > 0)
);
--> statement-breakpoint
CREATE TABLE "voucher_holders" (
	"voucher_id" text NOT NULL,
	"holder" text NOT NULL,
	"user_id" text,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	"used" bigint NOT NULL,
	"most" bigint NOT NULL,
	CONSTRAINT "voucher_holders_pk" PRIMARY KEY("voucher_id","holder"),
	CONSTRAINT "voucher_holders_most" CHECK ("voucher_holders"."used" <= "voucher_holders"."most"),
	CONSTRAINT "voucher_holders_used" CHECK ("voucher_holders"."used" >= 0)
);
--> statement-breakpoint
CREATE TABLE "voucher_uses" (
	"group_id" text NOT NULL,
	"voucher_id" text NOT NULL,
	"state" text NOT NULL,
	"holder" text NOT NULL,
	"other_holder" text,
	"amount_satang" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "voucher_uses_pk" PRIMARY KEY("group_id","voucher_id"),
	CONSTRAINT "voucher_uses_amount" CHECK ("voucher_uses"."amount_satang" > 0)
);
--> statement-breakpoint
CREATE TABLE "vouchers" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"shop_id" text,
	"title_th" text NOT NULL,
	"title_en" text NOT NULL,
	"benefit" text NOT NULL,
	"amount_satang" bigint,
	"rate_bp" bigint,
	"cap_satang" bigint,
	"buy_count" bigint,
	"get_count" bigint,
	"minimum_satang" bigint NOT NULL,
	"product_ids" jsonb,
	"category_ids" jsonb,
	"audience" text NOT NULL,
	"shop_pays_bp" bigint NOT NULL,
	"claimable_from" timestamp (3) with time zone NOT NULL,
	"claimable_until" timestamp (3) with time zone NOT NULL,
	"usable_from" timestamp (3) with time zone NOT NULL,
	"usable_until" timestamp (3) with time zone NOT NULL,
	"quota" bigint NOT NULL,
	"taken" bigint NOT NULL,
	"per_buyer" bigint NOT NULL,
	"listed" boolean NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "vouchers_quota" CHECK ("vouchers"."taken" <= "vouchers"."quota"),
	CONSTRAINT "vouchers_taken" CHECK ("vouchers"."taken" >= 0),
	CONSTRAINT "vouchers_payer" CHECK ("vouchers"."shop_pays_bp" between 0 and 10000),
	CONSTRAINT "vouchers_shop" CHECK ("vouchers"."kind" <> 'shop' or "vouchers"."shop_id" is not null)
);
--> statement-breakpoint
CREATE INDEX "addresses_user" ON "addresses" USING btree ("user_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "brands_slug" ON "brands" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "brands_size" ON "brands" USING btree ("product_count","id");--> statement-breakpoint
CREATE UNIQUE INDEX "breaks_once" ON "breaks" USING btree ("kind","subject");--> statement-breakpoint
CREATE INDEX "breaks_group" ON "breaks" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "breaks_status" ON "breaks" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "buyer_holds_updated" ON "buyer_holds" USING btree ("updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "cart_lines_variant" ON "cart_lines" USING btree ("cart_id","variant_id");--> statement-breakpoint
CREATE INDEX "carts_guest" ON "carts" USING btree ("guest","updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "categories_slug" ON "categories" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "categories_order" ON "categories" USING btree ("level","position","id");--> statement-breakpoint
CREATE UNIQUE INDEX "chargebacks_ref" ON "chargebacks" USING btree ("provider","provider_ref");--> statement-breakpoint
CREATE INDEX "chargebacks_group" ON "chargebacks" USING btree ("group_id","status");--> statement-breakpoint
CREATE INDEX "chargebacks_status" ON "chargebacks" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "chat_erasures_user" ON "chat_erasures" USING btree ("user_id","asked_at");--> statement-breakpoint
CREATE INDEX "chat_messages_at" ON "chat_messages" USING btree ("at");--> statement-breakpoint
CREATE INDEX "chat_messages_by" ON "chat_messages" USING btree ("by_id","conversation_id");--> statement-breakpoint
CREATE INDEX "chat_oversights_conversation" ON "chat_oversights" USING btree ("conversation_id","id");--> statement-breakpoint
CREATE INDEX "chat_reports_status" ON "chat_reports" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "chat_reports_user" ON "chat_reports" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "chat_waits_shop" ON "chat_waits" USING btree ("shop_id","asked_at");--> statement-breakpoint
CREATE INDEX "chat_waits_asked" ON "chat_waits" USING btree ("asked_at");--> statement-breakpoint
CREATE INDEX "commission_rules_ends" ON "commission_rules" USING btree ("ends_at_ms","id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_pair" ON "conversations" USING btree ("user_id","shop_id");--> statement-breakpoint
CREATE INDEX "conversations_user" ON "conversations" USING btree ("user_id","last_at_ms","id");--> statement-breakpoint
CREATE INDEX "conversations_shop" ON "conversations" USING btree ("shop_id","last_at_ms","id");--> statement-breakpoint
CREATE INDEX "conversations_user_unread" ON "conversations" USING btree ("user_id","last_at_ms","id") WHERE "conversations"."unread_by_shopper" > 0;--> statement-breakpoint
CREATE INDEX "conversations_shop_unread" ON "conversations" USING btree ("shop_id","last_at_ms","id") WHERE "conversations"."unread_by_shop" > 0;--> statement-breakpoint
CREATE INDEX "dead_letters_died" ON "dead_letters" USING btree ("died_ms","id");--> statement-breakpoint
CREATE INDEX "dead_letters_waiting" ON "dead_letters" USING btree ("died_ms","id") WHERE "dead_letters"."replayed_at" is null;--> statement-breakpoint
CREATE INDEX "dead_letters_replayed" ON "dead_letters" USING btree ("died_ms","id") WHERE "dead_letters"."replayed_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_message" ON "deliveries" USING btree ("message_key","channel","recipient");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("due_ms","id") WHERE "deliveries"."due_ms" is not null;--> statement-breakpoint
CREATE INDEX "deliveries_created" ON "deliveries" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "dev_messages_created" ON "dev_messages" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "devices_user_token" ON "devices" USING btree ("user_id","token_hash");--> statement-breakpoint
CREATE INDEX "devices_user" ON "devices" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "devices_token" ON "devices" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "digest_entries_message" ON "digest_entries" USING btree ("user_id","message_key");--> statement-breakpoint
CREATE INDEX "digest_entries_due" ON "digest_entries" USING btree ("due_ms","user_id");--> statement-breakpoint
CREATE INDEX "discounts_group" ON "discounts" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "flash_sale_items_once" ON "flash_sale_items" USING btree ("sale_id","variant_id");--> statement-breakpoint
CREATE INDEX "flash_sale_items_variant" ON "flash_sale_items" USING btree ("variant_id","ends_at");--> statement-breakpoint
CREATE INDEX "flash_sale_items_product" ON "flash_sale_items" USING btree ("product_id","ends_at");--> statement-breakpoint
CREATE INDEX "flash_sale_items_end" ON "flash_sale_items" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "flash_sales_start" ON "flash_sales" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "flash_sales_end" ON "flash_sales" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "flash_sales_due" ON "flash_sales" USING btree ("state","starts_at");--> statement-breakpoint
CREATE INDEX "flash_takes_told" ON "flash_takes" USING btree ("told","item_id");--> statement-breakpoint
CREATE INDEX "flash_transfers_waiting" ON "flash_transfers" USING btree ("done","at");--> statement-breakpoint
CREATE INDEX "flash_transfers_item" ON "flash_transfers" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "inbox_events_next" ON "inbox_events" USING btree ("next_at_ms");--> statement-breakpoint
CREATE INDEX "inbox_events_status" ON "inbox_events" USING btree ("status","received_at");--> statement-breakpoint
CREATE INDEX "ledger_entries_journal" ON "ledger_entries" USING btree ("journal_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_account" ON "ledger_entries" USING btree ("account","journal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_journals_event" ON "ledger_journals" USING btree ("event");--> statement-breakpoint
CREATE INDEX "ledger_journals_group" ON "ledger_journals" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "ledger_journals_order" ON "ledger_journals" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "ledger_journals_open" ON "ledger_journals" USING btree ("id") WHERE not "ledger_journals"."sealed";--> statement-breakpoint
CREATE INDEX "listings_product" ON "listings" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "listings_newest" ON "listings" USING btree ("shelf","published_ms","product_id");--> statement-breakpoint
CREATE INDEX "listings_price" ON "listings" USING btree ("shelf","price_satang","product_id");--> statement-breakpoint
CREATE INDEX "listings_sold" ON "listings" USING btree ("shelf","sold_count","product_id");--> statement-breakpoint
CREATE INDEX "listings_rating" ON "listings" USING btree ("shelf","rating_cents","product_id");--> statement-breakpoint
CREATE INDEX "low_stock_shop" ON "low_stock" USING btree ("shop_id","variant_id");--> statement-breakpoint
CREATE INDEX "new_buyer_uses_group" ON "new_buyer_uses" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_message" ON "notifications" USING btree ("user_id","message_key");--> statement-breakpoint
CREATE INDEX "notifications_user" ON "notifications" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("user_id","id") WHERE "notifications"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_created" ON "notifications" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "operator_events_key" ON "operator_events" USING btree ("key");--> statement-breakpoint
CREATE INDEX "operator_events_topic" ON "operator_events" USING btree ("topic","id");--> statement-breakpoint
CREATE INDEX "operator_events_at" ON "operator_events" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "order_groups_number" ON "order_groups" USING btree ("number");--> statement-breakpoint
CREATE INDEX "order_groups_user" ON "order_groups" USING btree ("user_id","payment_status","expires_at");--> statement-breakpoint
CREATE INDEX "order_groups_guest_email" ON "order_groups" USING btree ("contact_email","payment_status","expires_at") WHERE "order_groups"."user_id" is null;--> statement-breakpoint
CREATE INDEX "order_groups_guest_phone" ON "order_groups" USING btree ("contact_phone","payment_status","expires_at") WHERE "order_groups"."user_id" is null;--> statement-breakpoint
CREATE INDEX "order_groups_unpaid" ON "order_groups" USING btree ("payment_status","expires_at");--> statement-breakpoint
CREATE INDEX "order_history_group" ON "order_history" USING btree ("group_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "order_lines_order" ON "order_lines" USING btree ("order_id","position");--> statement-breakpoint
CREATE INDEX "order_lines_group" ON "order_lines" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_number" ON "orders" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_group" ON "orders" USING btree ("group_id","position");--> statement-breakpoint
CREATE INDEX "orders_user" ON "orders" USING btree ("user_id","placed_ms","id");--> statement-breakpoint
CREATE INDEX "orders_shop" ON "orders" USING btree ("shop_id","status","placed_ms","id");--> statement-breakpoint
CREATE INDEX "orders_shop_placed" ON "orders" USING btree ("shop_id","placed_ms","id");--> statement-breakpoint
CREATE INDEX "orders_due" ON "orders" USING btree ("due_at") WHERE "orders"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "outbox_messages_unsent" ON "outbox_messages" USING btree ("send_at_ms","id");--> statement-breakpoint
CREATE INDEX "outbox_messages_aggregate" ON "outbox_messages" USING btree ("aggregate_id","send_at_ms","id");--> statement-breakpoint
CREATE INDEX "outbox_messages_created" ON "outbox_messages" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "parcels_order" ON "parcels" USING btree ("order_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "parcels_once" ON "parcels" USING btree ("order_id","carrier","tracking_number");--> statement-breakpoint
CREATE INDEX "parcels_number" ON "parcels" USING btree ("carrier","tracking_number");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_attempts_open" ON "payment_attempts" USING btree ("open_group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_attempts_ref" ON "payment_attempts" USING btree ("provider","provider_ref");--> statement-breakpoint
CREATE INDEX "payment_attempts_group" ON "payment_attempts" USING btree ("group_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payment_attempts_check" ON "payment_attempts" USING btree ("check_at_ms");--> statement-breakpoint
CREATE INDEX "processed_messages_at" ON "processed_messages" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "product_watches_once" ON "product_watches" USING btree ("user_id","kind","target_id");--> statement-breakpoint
CREATE INDEX "product_watches_user" ON "product_watches" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "product_watches_target" ON "product_watches" USING btree ("kind","target_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "products_slug" ON "products" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "products_shop" ON "products" USING btree ("shop_id","id");--> statement-breakpoint
CREATE INDEX "provinces_size" ON "provinces" USING btree ("shop_count","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "refresh_tokens_generation" ON "refresh_tokens" USING btree ("session_id","generation");--> statement-breakpoint
CREATE INDEX "refund_lines_refund" ON "refund_lines" USING btree ("refund_id");--> statement-breakpoint
CREATE INDEX "refund_lines_order" ON "refund_lines" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "refund_lines_shipping" ON "refund_lines" USING btree ("order_id") WHERE "refund_lines"."line_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_once" ON "refunds" USING btree ("provider","charge_ref","reason") WHERE "refunds"."order_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_cancelled" ON "refunds" USING btree ("order_id") WHERE "refunds"."reason" = 'cancelled';--> statement-breakpoint
CREATE INDEX "refunds_order" ON "refunds" USING btree ("order_id","id");--> statement-breakpoint
CREATE INDEX "refunds_charge" ON "refunds" USING btree ("charge_ref");--> statement-breakpoint
CREATE INDEX "refunds_group" ON "refunds" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "refunds_ref" ON "refunds" USING btree ("provider","provider_ref");--> statement-breakpoint
CREATE INDEX "refunds_next" ON "refunds" USING btree ("next_at_ms");--> statement-breakpoint
CREATE INDEX "reviews_product" ON "reviews" USING btree ("product_id","created_ms","id");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_line" ON "reviews" USING btree ("order_line_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "shipping_options_shop" ON "shipping_options" USING btree ("shop_id","position","id");--> statement-breakpoint
CREATE INDEX "shop_invitations_user" ON "shop_invitations" USING btree ("user_id","created_at","shop_id");--> statement-breakpoint
CREATE INDEX "shop_members_user" ON "shop_members" USING btree ("user_id","shop_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shops_slug" ON "shops" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "shops_sold" ON "shops" USING btree ("sold_count","id");--> statement-breakpoint
CREATE INDEX "shops_rating" ON "shops" USING btree ("rating_cents","id");--> statement-breakpoint
CREATE INDEX "shops_province_sold" ON "shops" USING btree ("province_slug","sold_count","id");--> statement-breakpoint
CREATE INDEX "shops_province_rating" ON "shops" USING btree ("province_slug","rating_cents","id");--> statement-breakpoint
CREATE INDEX "stock_levels_product" ON "stock_levels" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "stock_movements_once" ON "stock_movements" USING btree ("variant_id","ref_id","reason");--> statement-breakpoint
CREATE INDEX "stock_reservations_variant" ON "stock_reservations" USING btree ("variant_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "transaction_events_once" ON "transaction_events" USING btree ("provider","provider_ref","kind");--> statement-breakpoint
CREATE INDEX "transaction_events_group" ON "transaction_events" USING btree ("group_id","at");--> statement-breakpoint
CREATE INDEX "transaction_events_kind" ON "transaction_events" USING btree ("kind","id");--> statement-breakpoint
CREATE INDEX "uploads_due" ON "uploads" USING btree ("due_ms");--> statement-breakpoint
CREATE INDEX "uploads_user" ON "uploads" USING btree ("user_id","used_for");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "variants_sku" ON "variants" USING btree ("shop_id","sku");--> statement-breakpoint
CREATE INDEX "variants_shop" ON "variants" USING btree ("shop_id","id");--> statement-breakpoint
CREATE INDEX "variants_product" ON "variants" USING btree ("product_id","position","id");--> statement-breakpoint
CREATE INDEX "voucher_holders_user" ON "voucher_holders" USING btree ("user_id","claimed_at");--> statement-breakpoint
CREATE INDEX "voucher_uses_voucher" ON "voucher_uses" USING btree ("voucher_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "vouchers_code" ON "vouchers" USING btree ("code");--> statement-breakpoint
CREATE INDEX "vouchers_issuer" ON "vouchers" USING btree ("shop_id","id");--> statement-breakpoint
CREATE INDEX "vouchers_listed" ON "vouchers" USING btree ("listed","shop_id","claimable_until");