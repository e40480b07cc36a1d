namespace Klotho.Planning.Catalogue;

/// <summary>Where a candidate's host stands, seen from the network.</summary>
public enum NetworkPlace
{
    /// <summary>A service of the provider's, reached by its public address with credentials.</summary>
    Public,

    /// <summary>Inside the application's private network, or reached from there only through it.</summary>
    Private,

    /// <summary>Open to the internet: what a gateway is for.</summary>
    Internet,
}
