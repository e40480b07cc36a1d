namespace Klotho.Planning.Optimum;

/// <summary>What is decided about a facility at one point of the search.</summary>
internal enum FacilityState
{
    /// <summary>It may be used, and is not paid for yet.</summary>
    Undecided,

    /// <summary>It is paid for.</summary>
    Open,

    /// <summary>Nothing that needs it may be taken.</summary>
    Closed,
}
