using Klotho.Analysis.Collections;

namespace Klotho.Planning.Keys;

/// <summary>Keys that stand for what later versions do, or that belong elsewhere: named, so that nobody believes they took effect.</summary>
internal static class ReservedKeys
{
    public static readonly EquatableArray<NamedKey> All = new(
    [
        new("requirements", new UnsupportedKey("Choose types and parameters under `defaults` or by id instead.")),
        new("environments", new UnsupportedKey("Keep a klotho.yaml per environment instead.")),
        new("imports", new UnsupportedKey("Import existing resources with `pulumi import` instead.")),
        new("region", new UnsupportedKey("Set it in the stack: `pulumi config set aws:region REGION`.")),
    ]);
}
