namespace Klotho.Planning.Catalogue;

/// <summary>What a candidate runs on.</summary>
public enum Portability
{
    /// <summary>A service of one provider.</summary>
    Provider,

    /// <summary>Any Kubernetes cluster, or a service that any provider has.</summary>
    Kubernetes,
}
