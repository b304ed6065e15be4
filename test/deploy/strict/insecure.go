package main

import (
	"fmt"

	"k8s.io/apimachinery/pkg/runtime"
	admission "k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
)

// insecure says what Pod Security Admission would refuse, by the labels of the namespaces that are among the objects. A pod in a
// namespace that is not is held to the strictest standard.
func insecure(objects []runtime.Object) []string {
	levels := map[string]admission.LevelVersion{}
	for _, object := range objects {
		if namespace, is := object.(*corev1.Namespace); is {
			level, faults := admission.PolicyToEvaluate(namespace.Labels, admission.Policy{})
			if len(faults) > 0 {
				return []string{fmt.Sprintf("Namespace/%s: %v", namespace.Name, faults.ToAggregate())}
			}
			levels[namespace.Name] = level.Enforce
		}
	}
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks())
	if err != nil {
		panic(err)
	}
	faults := []string{}
	for _, object := range objects {
		kind, namespace, pod := podOf(object)
		if pod == nil {
			continue
		}
		level, known := levels[namespace]
		if !known {
			level = admission.LevelVersion{Level: admission.LevelRestricted, Version: admission.LatestVersion()}
		}
		result := policy.AggregateCheckResults(evaluator.EvaluatePod(level, &pod.ObjectMeta, &pod.Spec))
		if !result.Allowed {
			faults = append(faults, fmt.Sprintf("%s/%s: violates %s: %s", kind, nameOf(object), level.Level, result.ForbiddenDetail()))
		}
	}
	return faults
}

func podOf(object runtime.Object) (kind string, namespace string, pod *corev1.PodTemplateSpec) {
	switch one := object.(type) {
	case *appsv1.DaemonSet:
		return "DaemonSet", one.Namespace, &one.Spec.Template
	case *appsv1.StatefulSet:
		return "StatefulSet", one.Namespace, &one.Spec.Template
	case *appsv1.Deployment:
		return "Deployment", one.Namespace, &one.Spec.Template
	}
	return "", "", nil
}
