/*
 * What the kernel's own header makes of the structures that src/devices/v4l2/uapi.ts writes and reads: numbers, in a section of their
 * own, so that they can be taken from an object file for another machine too. The order is that of uapi.test.ts.
 */
#include <stddef.h>
#include <linux/videodev2.h>

/* In the kernel's way: what a program with times of 64 bits hands over, whatever its own C library makes of a time. */
struct time64 {
	long long sec;
	long long usec;
};
struct buffer64 {
	__u32 index, type, bytesused, flags, field;
	struct time64 timestamp;
	struct v4l2_timecode timecode;
	__u32 sequence, memory;
	union {
		__u32 offset;
		unsigned long userptr;
		struct v4l2_plane *planes;
		__s32 fd;
	} m;
	__u32 length, reserved2;
	union {
		__s32 request_fd;
		__u32 reserved;
	};
};
#define BUFFER_IOCTL(command) ((unsigned)_IOWR('V', command, struct buffer64))

__attribute__((section("umec"), used)) const unsigned numbers[] = {
	VIDIOC_QUERYCAP, VIDIOC_ENUM_FMT, (unsigned)VIDIOC_G_FMT, (unsigned)VIDIOC_S_FMT, VIDIOC_REQBUFS,
	BUFFER_IOCTL(9), BUFFER_IOCTL(15), BUFFER_IOCTL(17), VIDIOC_STREAMON, VIDIOC_STREAMOFF, VIDIOC_S_PARM,
	VIDIOC_ENUM_FRAMESIZES, VIDIOC_ENUM_FRAMEINTERVALS,
	offsetof(struct v4l2_format, fmt),
	offsetof(struct buffer64, timestamp), offsetof(struct buffer64, sequence), offsetof(struct buffer64, memory),
	offsetof(struct buffer64, m), offsetof(struct buffer64, length),
	offsetof(struct v4l2_capability, device_caps), offsetof(struct v4l2_fmtdesc, pixelformat),
	offsetof(struct v4l2_frmsizeenum, discrete), offsetof(struct v4l2_frmivalenum, discrete),
	offsetof(struct v4l2_captureparm, timeperframe) + offsetof(struct v4l2_streamparm, parm),
	offsetof(struct v4l2_pix_format, sizeimage), V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC, V4L2_BUF_FLAG_ERROR,
	VIDIOC_G_CTRL, VIDIOC_S_CTRL, VIDIOC_QUERYCTRL, VIDIOC_QUERYMENU, VIDIOC_QUERY_EXT_CTRL,
	offsetof(struct v4l2_query_ext_ctrl, minimum), offsetof(struct v4l2_query_ext_ctrl, maximum),
	offsetof(struct v4l2_query_ext_ctrl, step), offsetof(struct v4l2_query_ext_ctrl, default_value),
	offsetof(struct v4l2_query_ext_ctrl, flags),
	offsetof(struct v4l2_queryctrl, minimum), offsetof(struct v4l2_queryctrl, maximum),
	offsetof(struct v4l2_queryctrl, step), offsetof(struct v4l2_queryctrl, default_value),
	offsetof(struct v4l2_queryctrl, flags), offsetof(struct v4l2_querymenu, index),
	offsetof(struct v4l2_querymenu, name), offsetof(struct v4l2_control, value),
#ifdef __LP64__
	/* where a time has 64 bits anyway, the header's own structure is to be the same */
	sizeof(struct v4l2_buffer), VIDIOC_QUERYBUF, VIDIOC_QBUF, VIDIOC_DQBUF,
#endif
};
