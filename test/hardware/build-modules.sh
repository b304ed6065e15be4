# Part of build-lab.sh: the virtual hardware that Debian leaves out of its kernel for x86-64.
kernel=$(cat "$work/release")
unpacked=$work/kernel
headers=$unpacked/usr/src/linux-headers-$kernel
# the headers name their other half by where it would be installed
sed -i "s|/usr/src/|$unpacked/usr/src/|" "$headers/Makefile"

modules=$unpacked/lib/modules/$kernel/extra
mkdir -p "$modules"
build() { # folder
  make -s -j2 -C "$headers" M="$1" modules
  cp "$1"/*.ko "$modules/"
}

archive=("$unpacked"/usr/src/linux-source-*.tar.xz)
source=$(basename "${archive[0]}" .tar.xz)
gpio=$work/gpio
mkdir -p "$gpio"
# --occurrence lets tar stop at the last of them, half way through the archive
tar -xJf "${archive[0]}" -C "$gpio" --strip-components=3 --occurrence=1 \
  "$source/drivers/gpio/gpio-sim.c" "$source/drivers/gpio/gpiolib.h" "$source/kernel/irq/irq_sim.c"
# irq_sim is meant to be built into the kernel: it calls a function that modules cannot, and names no license
sed -i 's/handle_simple_irq(irq_to_desc(\([a-z]*\)))/generic_handle_irq(\1)/' "$gpio/irq_sim.c"
cat >> "$gpio/irq_sim.c" << 'END'
#include <linux/module.h>
MODULE_LICENSE("GPL");
END
echo 'obj-m := irq_sim.o gpio-sim.o' > "$gpio/Kbuild"
build "$gpio"

loopback=$work/v4l2loopback
mkdir "$loopback"
cp "$unpacked"/usr/src/v4l2loopback-*/*.[ch] "$loopback/"
echo 'obj-m := v4l2loopback.o' > "$loopback/Kbuild"
build "$loopback"
