# Part of build-lab.sh: downloads packages; nothing is installed.
# $work/for-kernel gets the kernel's, $work/for-root those of the guest's system and all that they depend on.
mkdir -p "$work/for-kernel" "$work/for-root/partial"
base=${kernel%%-*}   # 6.1.0-56-amd64 is of 6.1
base=${base%.*}
flavour=${kernel##*-}

# v4l2loopback comes as a source package for dkms, which would have to be installed; its source is all we need
(cd "$work/for-kernel" && apt-get -qq -o APT::Sandbox::User=root download "linux-image-$kernel" "linux-headers-$kernel" \
  "linux-headers-${kernel%-"$flavour"}-common" "linux-kbuild-$base" "linux-source-$base" v4l2loopback-dkms)

# To apt, which looks at an empty list of what is installed, the guest is a machine with nothing on it yet.
: > "$work/nothing-installed"
apt-get install -qq -y --no-install-recommends --download-only \
  -o Dir::State::status="$work/nothing-installed" -o Dir::State::extended_states="$work/extended" \
  -o Dir::Cache::archives="$work/for-root" -o Debug::NoLocking=1 -o APT::Sandbox::User=root \
  busybox-static kmod dbus bluez ffmpeg v4l-utils gpiod libstdc++6 > /dev/null
