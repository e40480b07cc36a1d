using System.Text;
using Klotho.Analysis.Collections;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Output;

namespace Klotho.Emit.Printing.Manifests;

/// <summary><c>secrets.sh</c>: makes the secrets that pods wait for, once. Passwords are drawn, and go nowhere but into the cluster.</summary>
internal static class SecretScript
{
    public static OutputFile Print(string space, EquatableArray<ClusterFiles> secrets)
    {
        var text = new StringBuilder($$"""
            #!/bin/sh
            # Written by klotho compile. Makes the secrets that are missing in the cluster that kubectl talks to; what is there stays as it is.
            # Run it again after a change: it waits for the namespace, so that it can run beside the first deployment.
            set -eu
            namespace=${NAMESPACE:-{{space}}}
            until kubectl get namespace "$namespace" > /dev/null 2>&1; do
              echo "waiting for the namespace $namespace" >&2
              sleep 5
            done
            missing() {
              ! kubectl --namespace "$namespace" get secret "$1" > /dev/null 2>&1
            }
            draw() {
              od -An -N24 -tx1 /dev/urandom | tr -d ' \n'
            }
            ask() {
              printf '%s: ' "$1" >&2
              stty -echo 2> /dev/null || true
              read -r answer
              stty echo 2> /dev/null || true
              echo >&2
              printf '%s' "$answer"
            }
            folder=$(mktemp -d)
            trap 'rm -rf "$folder"' EXIT
            umask 077

            """.ReplaceLineEndings("\n"));
        foreach (var secret in secrets)
        {
            text.Append($"if missing {secret.Name}; then\n  rm -f \"$folder\"/*\n");
            foreach (var key in secret.Keys.Items.OrderBy(key => key.Template is not null))
            {
                text.Append(Value(key));
            }

            text.Append($"  kubectl --namespace \"$namespace\" create secret generic {secret.Name} --from-file=\"$folder\"\nfi\n");
        }

        return new(new("kubernetes/secrets.sh"), text.ToString());
    }

    private static string Value(ClusterFile key) => key switch
    {
        { Template: { } template } => $"  cat > \"$folder/{key.Name}\" << END\n{Filled(template)}END\n",
        { Question: { } question } => $"  ask '{question}' > \"$folder/{key.Name}\"\n",
        _ => $"  draw > \"$folder/{key.Name}\"\n",
    };

    private static string Filled(string template) => template
        .Replace("${", "$(cat \"$folder/", StringComparison.Ordinal)
        .Replace("}", "\")", StringComparison.Ordinal);
}
