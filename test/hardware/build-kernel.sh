# Part of build-lab.sh: the kernel as qemu starts it fastest. Its packages are unpacked into $work/kernel.
kernel=$(cat "$work/release")
unpacked=$work/kernel
mkdir -p "$unpacked/usr/lib"
# Debian 13 has its modules in /usr/lib, Debian 12 in /lib
ln -s usr/lib "$unpacked/lib"
for package in "$work"/for-kernel/*.deb; do dpkg -x "$package" "$unpacked"; done

vmlinuz=$unpacked/boot/vmlinuz-$kernel
if [ "$machine" = x86-64 ]; then
  # The uncompressed kernel starts at once; unpacking itself under emulation takes it several seconds.
  start=$(LC_ALL=C grep -abom1 -P '\xFD7zXZ\x00' "$vmlinuz" | head -1 | cut -d: -f1)
  # xz stops before the end, which is no failure of tail's
  xz -dc --single-stream < <(tail -c "+$((start + 1))" "$vmlinuz") > "$work/done/kernel"
else
  cp "$vmlinuz" "$work/done/kernel"
fi
