/* What the kernel's own header makes of the structures that src/devices/gpio/uapi.ts writes and reads: numbers as JSON, or bytes. */
#include <linux/gpio.h>
#include <stdio.h>
#include <string.h>

static void numbers(void) {
	printf("{\"GET_CHIPINFO\":%lu,\"GET_LINEINFO\":%lu,\"GET_LINE\":%lu,\"LINE_SET_CONFIG\":%lu,\"LINE_GET_VALUES\":%lu,"
	       "\"LINE_SET_VALUES\":%lu,\"LINE_EVENT_SIZE\":%zu,\"MOST_LINES\":%d}",
	       (unsigned long)GPIO_GET_CHIPINFO_IOCTL, (unsigned long)GPIO_V2_GET_LINEINFO_IOCTL,
	       (unsigned long)GPIO_V2_GET_LINE_IOCTL, (unsigned long)GPIO_V2_LINE_SET_CONFIG_IOCTL,
	       (unsigned long)GPIO_V2_LINE_GET_VALUES_IOCTL, (unsigned long)GPIO_V2_LINE_SET_VALUES_IOCTL,
	       sizeof(struct gpio_v2_line_event), GPIO_V2_LINES_MAX);
}

/* Two inputs, of which one is debounced, and two outputs, one of them active low and at 1. */
static void request(void) {
	struct gpio_v2_line_request wanted = {
		.offsets = { 17, 27, 22, 5 },
		.consumer = "umec",
		.num_lines = 4,
		.config = {
			.flags = GPIO_V2_LINE_FLAG_INPUT | GPIO_V2_LINE_FLAG_EDGE_RISING | GPIO_V2_LINE_FLAG_EDGE_FALLING |
				 GPIO_V2_LINE_FLAG_BIAS_PULL_UP,
			.num_attrs = 5,
			.attrs = {
				{ .attr = { .id = GPIO_V2_LINE_ATTR_ID_FLAGS,
					    .flags = GPIO_V2_LINE_FLAG_INPUT | GPIO_V2_LINE_FLAG_EDGE_RISING |
						     GPIO_V2_LINE_FLAG_BIAS_PULL_DOWN },
				  .mask = 1 << 1 },
				{ .attr = { .id = GPIO_V2_LINE_ATTR_ID_FLAGS,
					    .flags = GPIO_V2_LINE_FLAG_OUTPUT | GPIO_V2_LINE_FLAG_ACTIVE_LOW |
						     GPIO_V2_LINE_FLAG_OPEN_DRAIN },
				  .mask = 1 << 2 },
				{ .attr = { .id = GPIO_V2_LINE_ATTR_ID_FLAGS,
					    .flags = GPIO_V2_LINE_FLAG_OUTPUT | GPIO_V2_LINE_FLAG_OPEN_SOURCE |
						     GPIO_V2_LINE_FLAG_BIAS_DISABLED },
				  .mask = 1 << 3 },
				{ .attr = { .id = GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES, .values = 1 << 2 }, .mask = 3 << 2 },
				{ .attr = { .id = GPIO_V2_LINE_ATTR_ID_DEBOUNCE, .debounce_period_us = 5000 }, .mask = 1 << 1 },
			},
		},
		.fd = -7,
	};
	fwrite(&wanted, sizeof(wanted), 1, stdout);
}

static void line_info(void) {
	struct gpio_v2_line_info info = {
		.name = "GPIO17",
		.consumer = "somebody else",
		.offset = 17,
		.num_attrs = 1,
		.flags = GPIO_V2_LINE_FLAG_USED | GPIO_V2_LINE_FLAG_INPUT | GPIO_V2_LINE_FLAG_ACTIVE_LOW |
			 GPIO_V2_LINE_FLAG_EDGE_FALLING | GPIO_V2_LINE_FLAG_BIAS_PULL_DOWN,
		.attrs = { { .id = GPIO_V2_LINE_ATTR_ID_DEBOUNCE, .debounce_period_us = 1500 } },
	};
	fwrite(&info, sizeof(info), 1, stdout);
}

static void chip_info(void) {
	struct gpiochip_info info = { .name = "gpiochip0", .label = "a label of thirty-two characters", .lines = 54 };
	fwrite(&info, sizeof(info), 1, stdout);
}

static void values(void) {
	struct gpio_v2_line_values some = { .bits = 1ull << 63 | 1 << 2, .mask = 1ull << 63 | 1 << 2 | 1 << 5 };
	fwrite(&some, sizeof(some), 1, stdout);
}

static void events(void) {
	struct gpio_v2_line_event two[] = {
		{ .timestamp_ns = 9007199254740993ull, .id = GPIO_V2_LINE_EVENT_RISING_EDGE, .offset = 17, .seqno = 8, .line_seqno = 3 },
		{ .timestamp_ns = 9007199254740994ull, .id = GPIO_V2_LINE_EVENT_FALLING_EDGE, .offset = 27, .seqno = 9, .line_seqno = 1 },
	};
	fwrite(two, sizeof(two), 1, stdout);
}

int main(int argc, char **argv) {
	const struct {
		const char *name;
		void (*write)(void);
	} all[] = { { "numbers", numbers },	{ "request", request }, { "line-info", line_info },
		    { "chip-info", chip_info }, { "values", values },	{ "events", events } };
	for (unsigned at = 0; at < sizeof(all) / sizeof(all[0]); at++)
		if (argc == 2 && strcmp(argv[1], all[at].name) == 0)
			return all[at].write(), 0;
	return 1;
}
