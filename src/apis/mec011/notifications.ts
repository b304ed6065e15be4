import type { components as appSupport } from '../../../generated/mec011-app-support.js';
import type { components as serviceManagement } from '../../../generated/mec011-service-management.js';
import type { Written } from '../../events/courier.js';
import type { Numbered } from '../../events/mailbox.js';
import type { ServiceNotice, TerminationNotice } from '../../events/notice.js';
import type { Subscription } from '../../events/subscription.js';
import type { Immutable } from '../../immutable.js';
import { serviceHref } from '../mec011-service-management/mapping.js';
import { subscriptionHref } from './hrefs.js';

type SerAvailabilityNotification = Immutable<serviceManagement['schemas']['SerAvailabilityNotification']>;
type TestNotification = Immutable<serviceManagement['schemas']['TestNotification']>;
type AppTerminationNotification = Immutable<appSupport['schemas']['AppTerminationNotification']>;

type Notification = SerAvailabilityNotification | AppTerminationNotification | TestNotification;

/** Writes edges, motion and conditions as the events that they are, and all other notices as ETSI's notifications. */
export function notificationWriter(url: string) {
  /** @param notices changes of services, or one of another kind */
  return (subscription: Subscription, notices: readonly Numbered[]): Written => {
    const [first] = notices;
    if (first && 'event' in first.notice) return { contentType: 'application/cloudevents+json', content: first.notice.event };
    return { contentType: 'application/json', content: notification(url, subscription, notices) };
  };
}

/** Whoever receives it may be anywhere, so links are absolute. */
function notification(url: string, subscription: Subscription, notices: readonly Numbered[]): Notification {
  const _links = { subscription: { href: url + subscriptionHref(subscription) } };
  const services = notices.flatMap(({ notice }) => (notice.kind === 'service' ? [notice] : []));
  if (services.length > 0) return { ...availability(url, services), _links };
  const [first] = notices;
  if (first?.notice.kind === 'termination') return termination(url, first.notice, _links.subscription);
  return { notificationType: 'TestNotification', _links };
}

/** @see ETSI GS MEC 011, clause 8.1.4.2 */
function availability(url: string, notices: readonly ServiceNotice[]): Omit<SerAvailabilityNotification, '_links'> {
  const serviceReferences = notices.map(({ changeType, serInstanceId, serName, state }) => ({
    // there is nothing to be found of a service that is gone
    ...(changeType === 'REMOVED' ? {} : { link: { href: url + serviceHref(serInstanceId) } }),
    serName,
    serInstanceId,
    state,
    changeType,
  }));
  return { notificationType: 'SerAvailabilityNotification', serviceReferences };
}

/** @see ETSI GS MEC 011, clause 7.1.4.2 */
function termination(
  url: string,
  { appInstanceId, operationAction, maxGracefulTimeout }: TerminationNotice,
  subscription: { readonly href: string },
): AppTerminationNotification {
  const href = `${url}/mec_app_support/v1/applications/${encodeURIComponent(appInstanceId)}/confirm_termination`;
  return {
    notificationType: 'AppTerminationNotification',
    operationAction,
    maxGracefulTimeout,
    _links: { subscription, confirmTermination: { href } },
  };
}
