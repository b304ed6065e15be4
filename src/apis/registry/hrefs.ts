/** Where a device stands in the inventory. */
export function deviceHref(deviceId: string): string {
  return `/registry/v1/devices/${deviceId}`;
}

export function configurationHref(deviceId: string): string {
  return `${deviceHref(deviceId)}/configuration`;
}

export function destinationHref(destinationId: string): string {
  return `/registry/v1/destinations/${destinationId}`;
}

export function rejectionsHref(destinationId: string): string {
  return `${destinationHref(destinationId)}/rejections`;
}
