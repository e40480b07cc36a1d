using Klotho.Planning.Costs;

namespace Klotho.Planning.Catalogue;

/// <summary>A service of the provider's as the private network's endpoints name it: <c>sqs</c>.</summary>
public readonly record struct ServiceEndpoint(string Name)
{
    /// <summary>What those inside the network need one of to call the service.</summary>
    public FacilityId Facility => FacilityCatalogue.Endpoint(Name);
}
