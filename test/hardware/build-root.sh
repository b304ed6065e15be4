# Part of build-lab.sh: the guest's file system, and the initramfs that finds it.
kernel=$(cat "$work/release")
root=$work/root
mkdir -p "$root"/usr/{bin,sbin,lib,lib64} "$root"/{proc,sys,dev,run,tmp,root,etc,var/lib,gateway,lab} "$root/usr/lib/busybox"
for folder in bin sbin lib lib64; do ln -s "usr/$folder" "$root/$folder"; done

# What is loaded only where there is a screen, and what only installs: together half of the bytes.
leave='^(libllvm|libgl1-mesa-dri|libz3|perl|libperl|openal|libopenal-data|usrmerge|dpkg_|tar_|debconf|xkb-data|x11-common)'
for package in "$work"/for-root/*.deb; do
  [[ $(basename "$package") =~ $leave ]] || dpkg -x "$package" "$root"
done
rm -rf "$root"/usr/share/{doc,man,locale,icons,info,bash-completion}

# no package was configured, so what their scripts would have set up is set up here
ln -sf busybox "$root/bin/sh"
printf '%s\n' root:x:0:0:root:/root:/bin/sh messagebus:x:100:100::/:/bin/false > "$root/etc/passwd"
printf '%s\n' root:x:0: messagebus:x:100: bluetooth:x:101:root video:x:44: > "$root/etc/group"
if [ "$machine" = x86-64 ]; then
  libraries=/usr/lib/x86_64-linux-gnu
  printf '%s\n' "$libraries" "$libraries/blas" "$libraries/lapack" "$libraries/pulseaudio" > "$root/etc/ld.so.conf"
  /sbin/ldconfig -r "$root"
fi
[ ! -f "$work/node" ] || install -m 755 "$work/node" "$root/usr/bin/node"
install -m 755 "$here/guest/init.sh" "$root/usr/sbin/lab-init"

unpacked=$work/kernel
/sbin/depmod -b "$unpacked" "$kernel"
needed() { # modules: their files, those they depend on first
  for module in "$@"; do /sbin/modprobe -d "$unpacked" -S "$kernel" --show-depends "$module"; done |
    awk '$1 == "insmod" && !seen[$2]++ { print $2 }'
}
place() { # module, target: uncompressed, for that takes the guest longer
  mkdir -p "$(dirname "$2")"
  if [[ $1 = *.xz ]]; then xz -dc "$1" > "${2%.xz}"; else cp "$1" "$2"; fi
}

early=$work/early
mkdir -p "$early"/{bin,dev,proc,root,modules}
cp "$root/bin/busybox" "$early/bin/"
install -m 755 "$here/guest/early-init.sh" "$early/init"
number=100
for file in $(needed virtio_pci virtio_blk ext4); do
  place "$file" "$early/modules/$number-$(basename "$file")" # loaded in the order of their names
  number=$((number + 1))
done
(cd "$early" && find . | cpio -o -H newc 2> /dev/null | gzip -1) > "$work/done/initramfs"

for file in $(needed 9p 9pnet_virtio virtio_net virtio_rng configfs "${virtual_hardware[@]}"); do
  place "$file" "$root/${file#"$unpacked/"}"
done
# depmod wants to know what is built in, or it takes that for missing
cp "$unpacked/lib/modules/$kernel"/modules.{builtin,builtin.modinfo,order} "$root/lib/modules/$kernel/"
/sbin/depmod -b "$root" "$kernel"

mebibytes=$(($(du -sm "$root" | cut -f1) * 5 / 4 + 64))
/sbin/mke2fs -q -t ext4 -O ^has_journal -E root_owner=0:0 -d "$root" "$work/root.img" "${mebibytes}M" > /dev/null
mv "$work/root.img" "$work/done/"
