#!/bin/busybox sh
# The first program of the guest: loads what its disk needs, and goes on from there.
/bin/busybox mount -t devtmpfs dev /dev
for module in /modules/*; do /bin/busybox insmod "$module"; done
/bin/busybox mount -t ext4 -o noatime /dev/vda /root || /bin/busybox poweroff -f
/bin/busybox umount /dev
exec /bin/busybox switch_root /root /usr/sbin/lab-init
